package io.stigg.sdk.redis;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reset period: {@code resetPeriod}, and the union that says what it is aligned to. */
final class ResetPeriodJson {
    private static final String PERIOD = "resetPeriod";
    private static final String CONFIGURATION = "resetPeriodConfiguration";

    private static final WireNames<Unit> UNITS = WireNames.of(Unit.class, Unit.UNKNOWN);
    private static final WireNames<Alignment> ALIGNMENTS = WireNames.of(Alignment.class, Alignment.UNKNOWN);
    private static final String TYPE = "__typename";

    /** The type of the union and the name of its one member, for the units that have any. */
    private static final Map<Unit, Configuration> CONFIGURATIONS = Map.of(
            Unit.YEAR, new Configuration("YearlyResetPeriodConfig", "yearlyAccordingTo"),
            Unit.MONTH, new Configuration("MonthlyResetPeriodConfig", "monthlyAccordingTo"),
            Unit.WEEK, new Configuration("WeeklyResetPeriodConfig", "weeklyAccordingTo"));

    private record Configuration(String type, String member) {}

    private ResetPeriodJson() {}

    /** Writes nulls where there is no period, as Node does. */
    static void write(Optional<ResetPeriod> period, JsonObject to) {
        to.add(PERIOD, Json.orNull(period.map(present -> UNITS.write(present.unit()))));
        Configuration configuration =
                period.map(present -> CONFIGURATIONS.get(present.unit())).orElse(null);
        to.add(
                CONFIGURATION,
                configuration == null ? JsonNull.INSTANCE : write(period.get().accordingTo(), configuration));
    }

    private static JsonObject write(Alignment alignment, Configuration configuration) {
        JsonObject json = new JsonObject();
        json.addProperty(TYPE, configuration.type());
        json.addProperty(configuration.member(), ALIGNMENTS.write(alignment));
        return json;
    }

    /** Reads from the calculated part, and from the usage part what is not there: older writers put it there. */
    static Optional<ResetPeriod> read(JsonObject calculated, JsonObject usage) {
        return Json.text(calculated, PERIOD)
                .or(() -> Json.text(usage, PERIOD))
                .map(UNITS::read)
                .map(unit -> new ResetPeriod(
                        unit,
                        alignment(
                                unit,
                                Json.objectAt(calculated, CONFIGURATION)
                                        .or(() -> Json.objectAt(usage, CONFIGURATION))
                                        .orElse(null))));
    }

    private static Alignment alignment(Unit unit, @Nullable JsonObject configuration) {
        Configuration expected = CONFIGURATIONS.get(unit);
        if (configuration == null || expected == null) {
            return Alignment.SUBSCRIPTION_START;
        }
        return Json.text(configuration, expected.member()).map(ALIGNMENTS::read).orElse(Alignment.SUBSCRIPTION_START);
    }
}
