package io.stigg.sdk.usage;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * Reports raw events, one or several at once. Immutable. {@link io.stigg.sdk.Stigg#reportEvent} takes any number and sends
 * as many of these as it needs.
 *
 * @param events the events, 1 to {@value #MOST}, each with its time: without it Stigg would take each attempt to send one
 *     for another event
 */
public record ReportEvent(@ApiName("usageEvents") List<UsageEvent> events) implements UsageRequest<Optional<String>> {
    /** How many events Stigg takes at once. */
    public static final int MOST = 1_000;

    /**
     * Copies the events.
     *
     * @throws IllegalArgumentException if there are none or too many, or one has no time
     */
    public ReportEvent {
        events = Arguments.upTo(MOST, events, "events");
        if (!events.stream().allMatch(event -> event.timestamp().isPresent())) {
            throw new IllegalArgumentException("events: each must have a timestamp");
        }
    }
}
