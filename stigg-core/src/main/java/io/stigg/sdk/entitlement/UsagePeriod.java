package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * The stretch of time that usage is counted over: from its start, inclusive, to its end, exclusive. Immutable.
 *
 * @param start its start, empty when unknown
 * @param end its end, which is the next reset, empty when usage is not reset
 */
public record UsagePeriod(
        @ApiName("usagePeriodStart") Optional<Instant> start,
        @ApiName("usagePeriodEnd") Optional<Instant> end) {
    private static final UsagePeriod NONE = new UsagePeriod(Optional.empty(), Optional.empty());

    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UsagePeriod {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
    }

    /**
     * No period: usage is counted for ever.
     *
     * @return the period without a start and an end
     */
    public static UsagePeriod none() {
        return NONE;
    }

    /**
     * A period with both ends.
     *
     * @param start its start, inclusive
     * @param end its end, exclusive
     * @return the period
     */
    public static UsagePeriod between(Instant start, Instant end) {
        return new UsagePeriod(Optional.of(start), Optional.of(end));
    }
}
