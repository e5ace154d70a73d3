package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.UnitTransformation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a feature is. What is said again of the same thing replaces what was said before. Not thread-safe; confine it
 * to one thread.
 *
 * <pre>{@code
 * catalog.counter("feature-mau").inUnits("user", "users").fedByEvents(Meter.unique("user_login", "user_id"));
 * }</pre>
 */
public final class FeatureBuilder {
    private final String id;
    private final KindOfFeature kind;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private String displayName;
    private List<String> values = List.of();
    private Optional<String> description = Optional.empty();
    private Optional<String> unit = Optional.empty();
    private Optional<String> units = Optional.empty();
    private Optional<UnitTransformation> transformation = Optional.empty();
    private Optional<Meter> meter = Optional.empty();
    private Optional<CreditRate> creditRate = Optional.empty();

    FeatureBuilder(String id, KindOfFeature kind) {
        this.id = id;
        this.kind = kind;
        this.displayName = DisplayNames.of(id, "feature");
    }

    FeatureBuilder(CatalogFeature known) {
        this(known.id(), KindOfFeature.of(known.feature()));
        Feature feature = known.feature();
        metadata.putAll(feature.metadata());
        displayName = feature.displayName();
        values = known.values();
        description = feature.description();
        unit = feature.units();
        units = feature.unitsPlural();
        transformation = feature.unitTransformation();
        meter = known.meter();
        creditRate = known.creditRate();
    }

    FeatureBuilder as(KindOfFeature wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(
                    id + " is there already, as a feature of kind " + kind.word() + ", not " + wanted.word());
        }
        return this;
    }

    FeatureBuilder of(String... choices) {
        values = List.of(choices);
        return this;
    }

    /**
     * Names it. Without that its name is made of its id.
     *
     * @param name its name for people
     * @return this builder
     */
    public FeatureBuilder named(String name) {
        displayName = requireNonNull(name, "name");
        return this;
    }

    /**
     * Describes it.
     *
     * @param text what it is, for people
     * @return this builder
     */
    public FeatureBuilder described(String text) {
        description = Optional.of(text);
        return this;
    }

    /**
     * Names the units.
     *
     * @param singular the name of one
     * @param plural the name of several
     * @return this builder
     */
    public FeatureBuilder inUnits(String singular, String plural) {
        unit = Optional.of(singular);
        units = Optional.of(plural);
        return this;
    }

    /**
     * Lets what is reported be told in other units, bytes as gigabytes for instance. Limits are in those units.
     *
     * @param divisor what is reported for one unit
     * @param rounding how parts of a unit are rounded
     * @return this builder
     * @throws IllegalArgumentException if the divisor is not greater than 0
     */
    public FeatureBuilder dividedBy(double divisor, UnitTransformation.Rounding rounding) {
        if (!(divisor > 0) || Double.isInfinite(divisor)) {
            throw new IllegalArgumentException("divisor must be a finite number greater than 0, not " + divisor);
        }
        transformation = Optional.of(new UnitTransformation(divisor, Arguments.known(rounding, "rounding")));
        return this;
    }

    /**
     * Lets Stigg work out usage from events. Only for features whose usage is counted.
     *
     * @param events how
     * @return this builder
     */
    public FeatureBuilder fedByEvents(Meter events) {
        meter = Optional.of(events);
        return this;
    }

    /**
     * Lets usage cost credits.
     *
     * @param amount credits for one unit
     * @param currencyId the currency of the credits
     * @return this builder
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public FeatureBuilder costing(double amount, String currencyId) {
        creditRate = Optional.of(new CreditRate(Arguments.amount(amount, "amount"), currencyId));
        return this;
    }

    /**
     * Attaches something to it.
     *
     * @param key what it is called
     * @param value text, a number, a boolean, or a list or map of them
     * @return this builder
     */
    public FeatureBuilder metadata(String key, Object value) {
        metadata.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    CatalogFeature build() {
        Feature feature = new Feature(
                id, displayName, kind.type(), kind.meterType(), description, unit, units, transformation, metadata);
        return new CatalogFeature(feature, values, meter, creditRate);
    }
}
