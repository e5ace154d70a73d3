package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes a promotion of what was asked for, or refuses it.
 *
 * @param catalog knows the features
 * @param now when it is granted
 * @param refusals of the operation that asks
 */
record Promoting(Catalog catalog, Instant now, Refusals refusals) {
    Promotion promotion(PromotionalGrant asked) {
        return new Promotion(grant(asked), now, end(asked), asked.isVisible().orElse(true), Set.of());
    }

    private Grant grant(PromotionalGrant asked) {
        CatalogFeature feature =
                catalog.feature(asked.featureId()).orElseThrow(() -> refusals.featureNotFound(asked.featureId()));
        require(feature, asked);
        return new Grant(
                asked.featureId(),
                asked.hasUnlimitedUsage() ? Grant.Kind.UNLIMITED : Grant.Kind.GRANTED,
                asked.usageLimit(),
                asked.hasSoftLimit(),
                asked.enumValues(),
                asked.resetPeriod(),
                false,
                Optional.empty());
    }

    private void require(CatalogFeature feature, PromotionalGrant asked) {
        boolean isNumber = feature.feature().type() == FeatureType.NUMBER;
        if (isNumber && asked.usageLimit().isEmpty() && !asked.hasUnlimitedUsage()) {
            throw refusals.because(
                    ErrorCode.BAD_USER_INPUT, "usageLimit or hasUnlimitedUsage is needed for " + feature.id());
        }
        if (!isNumber && !asked.usageLimit().equals(OptionalDouble.empty())) {
            throw refusals.because(ErrorCode.BAD_USER_INPUT, "usageLimit has no meaning for " + feature.id());
        }
        boolean hasValues = feature.feature().type() == FeatureType.ENUM;
        if (hasValues == asked.enumValues().isEmpty() || !feature.values().containsAll(asked.enumValues())) {
            throw refusals.because(
                    ErrorCode.BAD_USER_INPUT, "enumValues must be of the values that " + feature.id() + " has");
        }
    }

    private Optional<Instant> end(PromotionalGrant asked) {
        return asked.customEndDate().or(() -> end(asked.period(), now.atOffset(ZoneOffset.UTC)));
    }

    private static Optional<Instant> end(PromotionalEntitlementPeriod period, OffsetDateTime start) {
        return switch (period) {
            case ONE_WEEK -> Optional.of(start.plusWeeks(1).toInstant());
            case ONE_MONTH -> Optional.of(start.plusMonths(1).toInstant());
            case SIX_MONTH -> Optional.of(start.plusMonths(6).toInstant());
            case ONE_YEAR -> Optional.of(start.plusYears(1).toInstant());
            case LIFETIME, CUSTOM, UNKNOWN -> Optional.empty();
        };
    }
}
