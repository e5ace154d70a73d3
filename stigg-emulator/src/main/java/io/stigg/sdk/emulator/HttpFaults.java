package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a running emulator fail those who ask it over HTTP, as networks and servers do: for tests of what a client does
 * then. Had from {@link StiggEmulator#faults()}.
 *
 * <pre>{@code
 * emulator.faults().add(HttpFault.status(503).times(2));
 * emulator.faults().add(HttpFault.loseAnswer().times(1).only("ReportUsage"));
 * }</pre>
 *
 * <p>One request meets one fault: the first that concerns it, in the order in which they were added. What has a wrong API
 * key meets none, nor do {@code /health} and {@code /control}. WebSockets have a control of their own,
 * {@link StiggEmulator#streams()}.
 *
 * <p>The same is to be had over HTTP, for clients in any language, at {@code /control/faults}: GET lists the faults, and
 * POST takes one of
 *
 * <pre>{@code
 * {"action": "refuse"}
 * {"action": "status", "status": 503}
 * {"action": "delay", "millis": 500}
 * {"action": "malformed"}
 * {"action": "loseAnswer"}
 * {"action": "behave"}
 * }</pre>
 *
 * <p>of which the faults take {@code times} and {@code only} as well.
 *
 * <p>Thread-safe.
 */
public final class HttpFaults {
    private final List<HttpFault> pending = new ArrayList<>();

    HttpFaults() {}

    /**
     * Adds a fault, which happens from the next request on, after those that were added before.
     *
     * @param fault the fault
     */
    public synchronized void add(HttpFault fault) {
        pending.add(requireNonNull(fault, "fault"));
    }

    /** Ends every fault. Answers that are late already stay late. */
    public synchronized void behave() {
        pending.clear();
    }

    /**
     * Lists the faults that are still to happen.
     *
     * @return the faults in the order in which they were added, each with how often it will still happen
     */
    public synchronized List<HttpFault> pending() {
        return List.copyOf(pending);
    }

    /**
     * Takes the fault that a request meets.
     *
     * @param part {@code edge} or {@code graphql}
     */
    synchronized Optional<HttpFault> take(String part, Call call) {
        for (int i = 0; i < pending.size(); i++) {
            HttpFault fault = pending.get(i);
            if (concerns(fault, part, call)) {
                use(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(HttpFault fault, String part, Call call) {
        return fault.only()
                .map(which -> which.equals(part)
                        || call.operation().filter(which::equals).isPresent())
                .orElse(true);
    }

    private void use(int index, HttpFault fault) {
        if (fault.times().isPresent()) {
            int left = fault.times().getAsInt() - 1;
            if (left == 0) {
                pending.remove(index);
            } else {
                pending.set(index, fault.times(left));
            }
        }
    }

    @Override
    public String toString() {
        return "HttpFaults" + pending();
    }
}
