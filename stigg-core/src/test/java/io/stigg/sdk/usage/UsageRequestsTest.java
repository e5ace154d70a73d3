package io.stigg.sdk.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Questions about usage")
class UsageRequestsTest {
    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");

    private static GetUsageHistoryV2.Builder history() {
        return GetUsageHistoryV2.builder("acme", "calls", NOON);
    }

    private static GetUsageHistory.Builder older() {
        return GetUsageHistory.builder("acme", "calls", NOON);
    }

    static Stream<Arguments> unmeant() {
        return Stream.of(
                refused(
                        "featureId",
                        () -> GetUsageHistoryV2.builder("acme", "", NOON).build()),
                refused("resourceId", () -> history().resourceId(" ").build()),
                refused("endDate", () -> history().endDate(NOON.minusSeconds(1)).build()),
                refused("groupBy", () -> history().groupBy(List.of("")).build()),
                refused(
                        "customerId",
                        () -> GetUsageHistory.builder(" ", "calls", NOON).build()),
                refused("endDate", () -> older().endDate(NOON.minusSeconds(1)).build()),
                refused(
                        "resetPeriod",
                        () -> older().resetPeriod(ResetPeriod.of(Unit.UNKNOWN)).build()),
                refused("value", () -> EstimateUsageCost.of("acme", "calls", Double.NaN)),
                refused("featureId", () -> EstimateUsageCost.of("acme", " ", 1)),
                refused(
                        "resourceId",
                        () -> EstimateUsageCost.of("acme", "calls", 1).forResource("")),
                refused("size", () -> EstimateUsageCost.of("acme", "calls", 1).withDimension("size", List.of())),
                refused("eventName", () -> EstimateEventCost.of("acme", " ")),
                refused("size", () -> EstimateEventCost.of("acme", "read").withDimension("size", Double.NaN)));
    }

    private static Arguments refused(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    @ParameterizedTest(name = "{0} (case {index})")
    @MethodSource
    @DisplayName("name the argument that cannot be meant")
    void unmeant(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(argument);
    }
}
