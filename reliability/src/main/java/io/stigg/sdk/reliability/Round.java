package io.stigg.sdk.reliability;

import java.time.Duration;
import java.util.Map;

/**
 * One storm, and the calm after it.
 *
 * @param at when it was over, since the beginning
 * @param healing how long each client took to be right about everything again, once the faults had ended
 * @param resources what the process held of the machine in the calm
 */
record Round(Duration at, Map<String, Duration> healing, Resources resources) {
    Duration slowest() {
        return healing.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
