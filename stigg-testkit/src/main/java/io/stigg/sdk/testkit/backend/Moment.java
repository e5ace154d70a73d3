package io.stigg.sdk.testkit.backend;

import java.time.Instant;

/**
 * When something is asked.
 *
 * @param now Stigg's time
 * @param fetchedAt the asking process's time
 */
record Moment(Instant now, Instant fetchedAt) {}
