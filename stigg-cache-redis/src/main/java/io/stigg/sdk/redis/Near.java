package io.stigg.sdk.redis;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the cache in this process, in front of Redis. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Near {}
