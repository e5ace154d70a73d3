package io.stigg.sdk.offline;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a customer is entitled to, stated in code.
 *
 * <pre>{@code
 * OfflineEntitlements.granting("feature-sso")
 *         .metered("feature-api-calls", limit(10_000).used(42))
 *         .values("feature-regions", "eu", "us")
 *         .until(Instant.parse("2027-01-01T00:00:00Z"));
 * }</pre>
 *
 * <p>What is stated of a feature or currency later stands in place of what was stated before. Immutable.
 */
public final class OfflineEntitlements {
    private static final OfflineEntitlements NONE = new OfflineEntitlements(Map.of());

    private final Map<EntitlementRef, EntitlementFact> facts;

    private OfflineEntitlements(Map<EntitlementRef, EntitlementFact> facts) {
        this.facts = facts;
    }

    /**
     * Grants nothing.
     *
     * @return no entitlements
     */
    public static OfflineEntitlements none() {
        return NONE;
    }

    /**
     * Grants features that are on or off.
     *
     * @param featureIds their ids
     * @return the entitlements
     * @throws IllegalArgumentException if an id is blank
     */
    public static OfflineEntitlements granting(String... featureIds) {
        return NONE.granted(featureIds);
    }

    /**
     * Grants more features that are on or off.
     *
     * @param featureIds their ids
     * @return the changed entitlements
     * @throws IllegalArgumentException if an id is blank
     */
    public OfflineEntitlements granted(String... featureIds) {
        OfflineEntitlements changed = this;
        for (String featureId : featureIds) {
            changed = changed.with(FeatureFact.of(feature(featureId, FeatureType.BOOLEAN, MeterType.NONE)));
        }
        return changed;
    }

    /**
     * Grants a feature whose configuration is a number.
     *
     * @param featureId its id
     * @param value the number, as {@code limit(10)}, or {@link #unlimited()}
     * @return the changed entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public OfflineEntitlements numeric(String featureId, Limit value) {
        return with(fact(feature(featureId, FeatureType.NUMBER, MeterType.NONE), value, Usage.none()));
    }

    /**
     * Grants a feature whose usage is counted.
     *
     * @param featureId its id
     * @param limit how much of it may be used, and how much has been: {@code limit(100)}, {@code softLimit(100).used(99)} or
     *     {@code unlimited()}
     * @return the changed entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public OfflineEntitlements metered(String featureId, Limit limit) {
        return with(fact(feature(featureId, FeatureType.NUMBER, MeterType.INCREMENTAL), limit, limit.usage()));
    }

    /**
     * Grants a feature whose configuration is a list of values.
     *
     * @param featureId its id
     * @param allowed the allowed values
     * @return the changed entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public OfflineEntitlements values(String featureId, String... allowed) {
        return with(new FeatureFact(
                feature(featureId, FeatureType.ENUM, MeterType.NONE),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of(allowed),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Grants credits.
     *
     * @param currencyId the id of their currency
     * @param limit how many were granted, and how many of them have been consumed: {@code limit(500).used(20)}, or
     *     {@code softLimit(500)} if more may be consumed
     * @return the changed entitlements
     * @throws IllegalArgumentException if the id is blank, or there is no limit: credits are always so and so many
     */
    public OfflineEntitlements credits(String currencyId, Limit limit) {
        CreditCurrency currency = CreditCurrency.of(requireId(currencyId, "currencyId"));
        double granted =
                limit.value().orElseThrow(() -> new IllegalArgumentException("limit: credits must not be " + limit));
        return with(
                new CreditFact(currency, Optional.empty(), granted, limit.isSoft(), limit.usage(), Optional.empty()));
    }

    /**
     * States whatever else can be said of an entitlement: reset periods, a denial, costs in credits.
     *
     * @param fact the statement
     * @return the changed entitlements
     */
    public OfflineEntitlements with(EntitlementFact fact) {
        Map<EntitlementRef, EntitlementFact> more = new LinkedHashMap<>(facts);
        more.put(fact.ref(), fact);
        return new OfflineEntitlements(more);
    }

    /**
     * Ends everything that has been stated so far at an instant, unless it ends before.
     *
     * @param end from then on it is not granted any more
     * @return the changed entitlements
     */
    public OfflineEntitlements until(Instant end) {
        requireNonNull(end, "end");
        Map<EntitlementRef, EntitlementFact> ending = new LinkedHashMap<>(facts);
        ending.replaceAll((ref, fact) -> Validity.atMost(fact, end));
        return new OfflineEntitlements(ending);
    }

    List<EntitlementFact> facts() {
        return List.copyOf(facts.values());
    }

    private static Feature feature(String featureId, FeatureType type, MeterType meterType) {
        return Feature.of(requireId(featureId, "featureId"), type, meterType);
    }

    private static String requireId(String id, String name) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return id;
    }

    private static FeatureFact fact(Feature feature, Limit limit, Usage usage) {
        return new FeatureFact(
                feature,
                Optional.empty(),
                limit.value(),
                limit.value().isEmpty(),
                limit.isSoft(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                usage,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "OfflineEntitlements" + facts.keySet();
    }

    /**
     * A limit that usage must not pass, or a number that a feature is configured with. Nothing has been used of it.
     *
     * @param value the number, 0 or more
     * @return the limit
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Limit limit(double value) {
        return new Limit(OptionalDouble.of(value), false, 0);
    }

    /**
     * A limit that usage may pass. Nothing has been used of it.
     *
     * @param value the number, 0 or more
     * @return the limit
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Limit softLimit(double value) {
        return new Limit(OptionalDouble.of(value), true, 0);
    }

    /**
     * There is no limit. Nothing has been used.
     *
     * @return the absence of a limit
     */
    public static Limit unlimited() {
        return new Limit(OptionalDouble.empty(), false, 0);
    }

    /**
     * How much may be used, and how much has been. Immutable.
     *
     * @param value how much may be used, empty if there is no limit
     * @param isSoft whether usage may pass it
     * @param currentUsage how much has been used
     */
    public record Limit(OptionalDouble value, boolean isSoft, double currentUsage) {
        /**
         * Checks the members.
         *
         * @throws IllegalArgumentException if a number is negative or not finite
         * @throws NullPointerException if a member is null
         */
        public Limit {
            requireNonNull(value, "value");
            value.ifPresent(number -> requireAmount(number, "limit"));
            requireAmount(currentUsage, "currentUsage");
        }

        /**
         * Says how much has been used.
         *
         * @param usage how much, 0 or more
         * @return the changed limit
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Limit used(double usage) {
            return new Limit(value, isSoft, usage);
        }

        private static void requireAmount(double amount, String name) {
            if (!(amount >= 0) || Double.isInfinite(amount)) {
                throw new IllegalArgumentException(name + " must be 0 or more and finite, not " + amount);
            }
        }

        Usage usage() {
            return currentUsage == 0 ? Usage.none() : new Usage(currentUsage, UsagePeriod.none(), Optional.empty());
        }
    }
}
