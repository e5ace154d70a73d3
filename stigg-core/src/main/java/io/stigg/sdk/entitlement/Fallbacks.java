package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * The answers for when Stigg cannot be asked and nothing young enough is known, for a whole client. Immutable.
 *
 * <p>One rule: a fallback answers only where Stigg has not. The call's own fallback wins, then the one configured here,
 * then denial. What Stigg does say, a denial included, is never overridden, unless
 * {@link #alsoForMissingFeatures()} asks for it in the one case that Stigg's documentation names.
 *
 * @param features answers by feature id
 * @param currencies answers by currency id
 * @param coverMissingFeatures whether fallbacks also answer for a feature that a customer's entitlements lack
 */
public record Fallbacks(
        Map<String, FixedAnswer> features, Map<String, FixedAnswer> currencies, boolean coverMissingFeatures) {
    private static final Fallbacks NONE = new Fallbacks(Map.of(), Map.of(), false);

    /** Copies the maps. */
    public Fallbacks {
        features = Map.copyOf(features);
        currencies = Map.copyOf(currencies);
    }

    /**
     * No configured answers: what cannot be asked is denied.
     *
     * @return fallbacks that deny everything
     */
    public static Fallbacks none() {
        return NONE;
    }

    /**
     * Sets the answer for a feature.
     *
     * @param featureId the feature's id
     * @param answer the answer
     * @return the changed fallbacks
     * @throws IllegalArgumentException if the id is blank
     */
    public Fallbacks feature(String featureId, FixedAnswer answer) {
        return new Fallbacks(
                with(features, Ids.requireId(featureId, "featureId"), answer), currencies, coverMissingFeatures);
    }

    /**
     * Sets the answer for a currency of credits.
     *
     * @param currencyId the currency's id
     * @param answer the answer
     * @return the changed fallbacks
     * @throws IllegalArgumentException if the id is blank
     */
    public Fallbacks currency(String currencyId, FixedAnswer answer) {
        return new Fallbacks(
                features, with(currencies, Ids.requireId(currencyId, "currencyId"), answer), coverMissingFeatures);
    }

    /**
     * Lets fallbacks, where there is one, also answer for a feature that the entitlements of a customer in good standing
     * lack, such as one that is in the code before it is in any plan.
     *
     * @return the changed fallbacks
     */
    public Fallbacks alsoForMissingFeatures() {
        return new Fallbacks(features, currencies, true);
    }

    private static Map<String, FixedAnswer> with(Map<String, FixedAnswer> answers, String id, FixedAnswer answer) {
        Map<String, FixedAnswer> changed = new HashMap<>(answers);
        changed.put(id, requireNonNull(answer, "answer"));
        return changed;
    }
}
