package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.promotion.PromotionalEntitlementStatus;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is told of features granted beside subscriptions. Not thread-safe; guarded by the environment. */
final class PromotionViews {
    private final Catalog catalog;

    PromotionViews(Catalog catalog) {
        this.catalog = catalog;
    }

    List<PromotionalEntitlement> all(Collection<Promotion> promotions, Instant now) {
        return promotions.stream()
                .flatMap(promotion -> one(promotion, now).stream())
                .toList();
    }

    /** Tells one, if the catalogue has its feature. */
    private Optional<PromotionalEntitlement> one(Promotion promotion, Instant now) {
        return catalog.feature(promotion.featureId())
                .map(CatalogFeature::feature)
                .map(feature -> one(promotion, feature, now));
    }

    private static PromotionalEntitlement one(Promotion promotion, Feature feature, Instant now) {
        Grant grant = promotion.grant();
        return new PromotionalEntitlement(
                promotion.isLive(now) ? PromotionalEntitlementStatus.ACTIVE : PromotionalEntitlementStatus.EXPIRED,
                feature,
                grant.limit(),
                grant.kind() == Grant.Kind.UNLIMITED,
                grant.hasSoftLimit(),
                grant.resetPeriod().map(ResetPeriod::unit),
                promotion.end(),
                promotion.isVisible());
    }
}
