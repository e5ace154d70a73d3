package io.stigg.sdk.emulator;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.testkit.Explanation;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import java.util.Map;
import java.util.Optional;

/** Writes explanations. */
final class ExplanationJson {
    private final Catalog catalog;

    /** @param catalog knows the names of what is sold */
    ExplanationJson(Catalog catalog) {
        this.catalog = catalog;
    }

    Map<String, Object> explanation(EntitlementQuery query, Explanation explanation) {
        Optional<Denial> denial = explanation.verdict().denial();
        return subject(query)
                .with("hasAccess", explanation.verdict().hasAccess())
                .with("accessDeniedReason", denial.map(Denial::wireName))
                .with("inWords", explanation.inWords())
                .with(
                        "entitlement",
                        explanation.verdict().fact().map(fact -> EntitlementJson.newer(fact, denial, Optional.empty())))
                .with(
                        "sources",
                        explanation.sources().stream().map(this::source).toList())
                .with(
                        "credits",
                        explanation.credits().stream()
                                .map(ExplanationJson::credits)
                                .toList())
                .toMap();
    }

    private Fields subject(EntitlementQuery query) {
        if (query instanceof CreditQuery credit) {
            return new Fields()
                    .with("currencyId", credit.currencyId())
                    .with("name", catalog.currency(credit.currencyId()).map(CreditCurrency::displayName));
        }
        String featureId = ((FeatureQuery) query).featureId();
        return new Fields()
                .with("featureId", featureId)
                .with(
                        "name",
                        catalog.feature(featureId).map(known -> known.feature().displayName()))
                .with("feature", catalog.feature(featureId).map(known -> FeatureJson.feature(known.feature())));
    }

    private Map<String, Object> source(Explanation.Source source) {
        return new Fields()
                .with("subscriptionId", source.subscriptionId())
                .with("standing", source.standing().name())
                .with("isOverBudget", source.isOverBudget())
                .with("grant", grant(source.grant()))
                .with("parts", source.parts().stream().map(this::part).toList())
                .toMap();
    }

    private Map<String, Object> part(Explanation.Part part) {
        return new Fields()
                .with("origin", part.origin().name())
                .with("id", part.id())
                .with("name", name(part.id()))
                .with("quantity", (double) part.quantity())
                .with("effect", part.effect().name())
                .with("grant", grant(part.grant()))
                .toMap();
    }

    private Optional<String> name(String packageId) {
        return catalog.plan(packageId)
                .map(Plan::displayName)
                .or(() -> catalog.addon(packageId).map(Addon::displayName));
    }

    private static Map<String, Object> grant(Grant grant) {
        Fields fields = new Fields()
                .with("kind", grant.kind().name())
                .with("hasSoftLimit", grant.hasSoftLimit())
                .with("enumValues", grant.values())
                .with(
                        "resetPeriod",
                        grant.resetPeriod().map(period -> period.unit().name()));
        grant.limit().ifPresent(limit -> fields.with("usageLimit", limit));
        return fields.toMap();
    }

    private static Map<String, Object> credits(CreditGrant grant) {
        return new Fields()
                .with("grantId", grant.grantId())
                .with("displayName", grant.displayName())
                .with("grantType", grant.grantType().name())
                .with("amount", grant.amount())
                .with("consumedAmount", grant.consumedAmount())
                .with("effectiveAt", grant.effectiveAt())
                .with("expireAt", grant.expireAt())
                .toMap();
    }
}
