/** One entitlement cache for all processes, in Redis. Start at {@link io.stigg.sdk.redis.RedisServers}. */
@NullMarked
package io.stigg.sdk.redis;

import org.jspecify.annotations.NullMarked;
