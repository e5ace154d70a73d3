package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UnitTransformation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what entitlements are for, in the words of Stigg's schema. */
final class FeatureJson {
    private FeatureJson() {}

    static Map<String, Object> feature(Feature feature) {
        return new Fields()
                .with("refId", feature.id())
                .with("displayName", feature.displayName())
                .with("featureType", feature.type().name())
                .with("meterType", pascal(feature.meterType()))
                .with("description", feature.description())
                .with("featureUnits", feature.units())
                .with("featureUnitsPlural", feature.unitsPlural())
                .with("unitTransformation", feature.unitTransformation().map(FeatureJson::unitTransformation))
                .with("additionalMetaData", metadata(feature.metadata()))
                .toMap();
    }

    static Map<String, Object> currency(CreditCurrency currency) {
        return new Fields()
                .with("currencyId", currency.id())
                .with("displayName", currency.displayName())
                .with("description", currency.description())
                .with("unitSingular", currency.unitSingular())
                .with("unitPlural", currency.unitPlural())
                .with("additionalMetaData", metadata(currency.metadata()))
                .toMap();
    }

    /** A currency as the older types have it; symbols are not modelled. */
    static Map<String, Object> slimCurrency(CreditCurrency currency) {
        return new Fields()
                .with("currencyId", currency.id())
                .with("displayName", currency.displayName())
                .with(
                        "units",
                        new Fields()
                                .with("singular", currency.unitSingular())
                                .with("plural", currency.unitPlural())
                                .toMap())
                .toMap();
    }

    static Map<String, Object> creditRate(CreditRate rate) {
        return new Fields()
                .with("amount", rate.amount())
                .with("currencyId", rate.currencyId())
                .with("customCurrencyId", rate.currencyId())
                .toMap();
    }

    /** The alignment of a reset period; days and hours have none to choose. */
    static Optional<Map<String, Object>> resetPeriodConfiguration(ResetPeriod period) {
        String alignment = pascal(period.accordingTo());
        return switch (period.unit()) {
            case YEAR -> Optional.of(configuration("YearlyResetPeriodConfig", "yearlyAccordingTo", alignment));
            case MONTH -> Optional.of(configuration("MonthlyResetPeriodConfig", "monthlyAccordingTo", alignment));
            case WEEK -> Optional.of(configuration("WeeklyResetPeriodConfig", "weeklyAccordingTo", alignment));
            case DAY, HOUR, UNKNOWN -> Optional.empty();
        };
    }

    static Optional<Map<String, Object>> metadata(Map<String, Object> metadata) {
        return Optional.of(metadata).filter(members -> !members.isEmpty());
    }

    private static Map<String, Object> configuration(String type, String name, String alignment) {
        return Fields.ofType(type).with(name, alignment).toMap();
    }

    private static Map<String, Object> unitTransformation(UnitTransformation transformation) {
        return new Fields()
                .with("divide", transformation.divide())
                .with("round", transformation.round().name())
                .toMap();
    }

    /** Some of the schema's enums are spelled {@code LikeThis} where Java's are {@code LIKE_THIS}. */
    private static String pascal(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
