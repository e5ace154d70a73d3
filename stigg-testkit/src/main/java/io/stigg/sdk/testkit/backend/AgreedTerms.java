package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.SubscriptionCreditEntitlement;
import io.stigg.sdk.subscription.SubscriptionFeatureEntitlement;
import io.stigg.sdk.subscription.UsageTerms;
import io.stigg.sdk.testkit.Explanation.Origin;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.catalog.CreditAllowance;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Grant.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a subscription has of its own instead of what its plan says. Pure. */
final class AgreedTerms {
    private AgreedTerms() {}

    /** Returns the grant of a feature: agreed upon, else the plan's, with the quantity that was bought. */
    static Optional<Part> part(Selection selection, String featureId) {
        Optional<Grant> planned =
                Optional.ofNullable(selection.lineage().grants().get(featureId));
        Optional<Grant> agreed = features(selection.request())
                .filter(entitlement -> entitlement.featureId().equals(featureId))
                .reduce((former, latter) -> latter)
                .map(entitlement -> agreed(planned, entitlement));
        Double bought = selection.request().quantities().get(featureId);
        boolean isAgreed = agreed.isPresent() || bought != null;
        return agreed.or(() -> planned)
                .map(grant -> bought == null ? grant : grant.withLimit(bought))
                .map(grant -> new Part(
                        isAgreed ? Origin.AGREEMENT : Origin.PLAN,
                        selection.lineage().stating(featureId).id(),
                        1,
                        grant));
    }

    private static Stream<SubscriptionFeatureEntitlement> features(PlanSelection request) {
        return Stream.concat(
                request.subscriptionEntitlements().stream()
                        .map(older -> new SubscriptionFeatureEntitlement(
                                older.featureId(), older.usage(), List.of(), Optional.empty())),
                request.entitlements().stream()
                        .filter(SubscriptionFeatureEntitlement.class::isInstance)
                        .map(SubscriptionFeatureEntitlement.class::cast));
    }

    /** What is not agreed upon stays as it is planned. */
    private static Grant agreed(Optional<Grant> planned, SubscriptionFeatureEntitlement agreed) {
        UsageTerms usage = agreed.usage();
        Grant grant = planned.filter(any -> any.kind() != Kind.REVOKED).orElse(Grant.of(agreed.featureId()));
        Optional<ResetPeriod> reset = usage.resetPeriod().or(grant::resetPeriod);
        boolean isUnlimited = usage.hasUnlimitedUsage()
                .orElse(grant.kind() == Kind.UNLIMITED && usage.usageLimit().isEmpty());
        return new Grant(
                grant.featureId(),
                isUnlimited ? Kind.UNLIMITED : Kind.GRANTED,
                usage.usageLimit().isPresent() || isUnlimited ? usage.usageLimit() : grant.limit(),
                usage.hasSoftLimit().orElse(grant.hasSoftLimit()),
                agreed.enumValues().isEmpty() ? grant.values() : agreed.enumValues(),
                reset,
                false,
                grant.quantity());
    }

    /** Returns the credits of each currency: agreed upon, else the plan's. */
    static List<CreditAllowance> allowances(Selection selection) {
        List<CreditAllowance> agreed = selection.request().entitlements().stream()
                .filter(SubscriptionCreditEntitlement.class::isInstance)
                .map(SubscriptionCreditEntitlement.class::cast)
                .map(AgreedTerms::allowance)
                .toList();
        Stream<CreditAllowance> planned = selection.lineage().allowances().values().stream()
                .filter(plan ->
                        agreed.stream().noneMatch(other -> other.currencyId().equals(plan.currencyId())));
        return Stream.concat(planned, agreed.stream()).toList();
    }

    private static CreditAllowance allowance(SubscriptionCreditEntitlement agreed) {
        return new CreditAllowance(
                agreed.customCurrencyId(),
                agreed.amount(),
                ResetPeriod.Unit.valueOf(agreed.cadence().name()),
                agreed.hasSoftLimit().orElse(false),
                Optional.empty(),
                false);
    }
}
