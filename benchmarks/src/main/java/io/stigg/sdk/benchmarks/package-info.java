/**
 * What a check costs when its customer is cached. Start at {@link io.stigg.sdk.benchmarks.CheckBenchmark}. Internal.
 */
@NullMarked
package io.stigg.sdk.benchmarks;

import org.jspecify.annotations.NullMarked;
