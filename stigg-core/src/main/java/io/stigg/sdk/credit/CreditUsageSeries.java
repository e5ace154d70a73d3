package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was consumed by the use of one feature. Immutable.
 *
 * @param featureId the feature's id, empty where Stigg puts several together
 * @param featureName the feature's name
 * @param totalCredits how many credits altogether
 * @param points how many and when
 */
public record CreditUsageSeries(
        Optional<String> featureId, Optional<String> featureName, double totalCredits, List<CreditUsagePoint> points) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditUsageSeries {
        requireNonNull(featureId, "featureId");
        requireNonNull(featureName, "featureName");
        points = List.copyOf(points);
    }
}
