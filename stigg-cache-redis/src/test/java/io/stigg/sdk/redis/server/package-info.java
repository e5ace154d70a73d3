/**
 * Real Redis servers for tests: one, a cluster, one under sentinels, one with a replica, one behind TLS. Start at
 * {@code RedisServer}. Needs the JDK and a Redis executable, see {@code RedisBinary}, and nothing else of this project.
 */
@NullMarked
package io.stigg.sdk.redis.server;

import org.jspecify.annotations.NullMarked;
