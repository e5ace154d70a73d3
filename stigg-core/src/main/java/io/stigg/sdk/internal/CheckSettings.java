package io.stigg.sdk.internal;

import java.time.Duration;

/**
 * The times that decide how checks treat what is cached.
 *
 * @param entitlementTtl the age up to which it is fresh
 * @param staleIfError the age up to which it is used when Stigg cannot be asked
 * @param checkTimeout how long a check waits for Stigg
 */
public record CheckSettings(Duration entitlementTtl, Duration staleIfError, Duration checkTimeout) {}
