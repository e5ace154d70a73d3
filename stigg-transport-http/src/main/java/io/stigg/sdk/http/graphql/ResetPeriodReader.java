package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.util.Map;
import java.util.Optional;

/** Reads {@code resetPeriod} and the union that says what it is aligned to. */
final class ResetPeriodReader {
    private static final WireEnum<Unit> UNIT = WireEnum.of(Unit.class, Unit.UNKNOWN);
    private static final WireEnum<Alignment> ALIGNMENT = WireEnum.of(Alignment.class, Alignment.UNKNOWN);
    private static final Map<String, String> ALIGNMENT_BY_TYPE = Map.of(
            "MonthlyResetPeriodConfig", "monthlyAccordingTo",
            "WeeklyResetPeriodConfig", "weeklyAccordingTo",
            "YearlyResetPeriodConfig", "yearlyAccordingTo");

    private ResetPeriodReader() {}

    static Optional<ResetPeriod> resetPeriod(JsonView entitlement) {
        return UNIT.readIfAny(entitlement.at("resetPeriod"))
                .map(unit -> new ResetPeriod(unit, alignment(entitlement.at("resetPeriodConfiguration"))));
    }

    private static Alignment alignment(JsonView configuration) {
        if (configuration.isAbsent()) {
            return Alignment.SUBSCRIPTION_START;
        }
        String type = configuration.at("__typename").text();
        String member = ALIGNMENT_BY_TYPE.get(type);
        if (member == null) {
            configuration.report("an unknown reset period configuration, " + Anomalies.excerpt(type));
            return Alignment.UNKNOWN;
        }
        return ALIGNMENT.readIfAny(configuration.at(member)).orElse(Alignment.SUBSCRIPTION_START);
    }
}
