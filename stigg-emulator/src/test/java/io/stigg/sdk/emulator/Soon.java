package io.stigg.sdk.emulator;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what other threads do, and looks often, because they do it within milliseconds. */
final class Soon {
    private Soon() {}

    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2));
    }
}
