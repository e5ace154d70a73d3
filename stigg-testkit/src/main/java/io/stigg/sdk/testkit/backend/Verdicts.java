package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.Explanation;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stigg's own answers. The reasons go from coarse to fine: the customer, the resource, the subscription, the feature, its
 * entitlement, and only then what is asked of it.
 */
final class Verdicts {
    private final Catalog catalog;
    private boolean deniesAtLimit;

    Verdicts(Catalog catalog) {
        this.catalog = catalog;
    }

    void denyAtLimit() {
        deniesAtLimit = true;
    }

    Verdict judge(EntitlementQuery query, @Nullable EntitlementCalculation calculation) {
        if (calculation == null) {
            return denied(AccessDeniedReason.CUSTOMER_NOT_FOUND);
        }
        if (calculation.isOfArchived()) {
            return denied(AccessDeniedReason.CUSTOMER_IS_ARCHIVED);
        }
        if (query instanceof CreditQuery credit) {
            return judge(credit, calculation);
        }
        FeatureQuery asked = asFeatureQuery(query);
        Verdict verdict = judge(asked, calculation);
        boolean isMistaken = verdict.fact().isPresent()
                && catalog.feature(asked.featureId())
                        .filter(known -> isMistaken(query, known.feature()))
                        .isPresent();
        return isMistaken ? verdict(verdict.fact().get(), because(AccessDeniedReason.FEATURE_TYPE_MISMATCH)) : verdict;
    }

    Explanation explain(EntitlementQuery query, @Nullable EntitlementCalculation calculation) {
        Verdict verdict = judge(query, calculation);
        if (calculation == null) {
            return new Explanation(verdict, List.of(), List.of());
        }
        if (query instanceof CreditQuery credit) {
            List<CreditGrant> credits = catalog.currency(credit.currencyId())
                    .map(calculation::credits)
                    .orElse(List.of());
            return new Explanation(verdict, List.of(), credits);
        }
        return catalog.feature(asFeatureQuery(query).featureId())
                .map(feature -> new Explanation(verdict, calculation.explain(feature), calculation.creditsOf(feature)))
                .orElseGet(() -> new Explanation(verdict, List.of(), List.of()));
    }

    private static FeatureQuery asFeatureQuery(EntitlementQuery query) {
        if (query instanceof FeatureQuery feature) {
            return feature;
        } else if (query instanceof MeteredQuery metered) {
            return ask(query, metered.featureId()).requesting(metered.requestedUsage());
        } else if (query instanceof EnumQuery values) {
            return ask(query, values.featureId())
                    .requesting(values.requestedValues().toArray(String[]::new));
        } else if (query instanceof NumericQuery numeric) {
            return ask(query, numeric.featureId());
        }
        return ask(query, ((BooleanQuery) query).featureId());
    }

    private static FeatureQuery ask(EntitlementQuery query, String featureId) {
        return new FeatureQuery(query.scope(), featureId, query.fallback(), 0, List.of());
    }

    /** Whoever asks for another kind of feature than it is could not make anything of the answer. */
    private static boolean isMistaken(EntitlementQuery query, Feature feature) {
        FeatureType type = feature.type();
        if (query instanceof BooleanQuery) {
            return type != FeatureType.BOOLEAN;
        } else if (query instanceof EnumQuery) {
            return type != FeatureType.ENUM;
        } else if (query instanceof NumericQuery) {
            return type != FeatureType.NUMBER || feature.isMetered();
        }
        return query instanceof MeteredQuery && !feature.isMetered();
    }

    private Verdict judge(FeatureQuery query, EntitlementCalculation calculation) {
        Optional<CatalogFeature> feature = catalog.feature(query.featureId());
        Optional<FeatureFact> fact = feature.flatMap(calculation::feature);
        if (fact.isEmpty()) {
            return missing(
                    calculation,
                    feature.isEmpty()
                            ? AccessDeniedReason.FEATURE_NOT_FOUND
                            : AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        }
        Optional<CreditFact> wallet = feature.flatMap(calculation::walletOf);
        return verdict(fact.get(), fact.get().denial().or(() -> denial(query, fact.get(), wallet)));
    }

    private Optional<Denial> denial(FeatureQuery query, FeatureFact fact, Optional<CreditFact> wallet) {
        if (fact.feature().isMetered() && !fact.isUnlimited() && !fact.hasSoftLimit() && passesLimit(query, fact)) {
            return because(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT);
        }
        if (fact.feature().type() == FeatureType.ENUM && !fact.enumValues().containsAll(query.requestedValues())) {
            return because(AccessDeniedReason.REQUESTED_VALUES_MISMATCH);
        }
        double rate = fact.creditRate().map(each -> each.amount()).orElse(0.0);
        return wallet.flatMap(purse -> denial(purse, query.requestedUsage() * rate));
    }

    private boolean passesLimit(FeatureQuery query, FeatureFact fact) {
        double limit = fact.usageLimit().orElse(0);
        double usage = fact.usage().currentUsage();
        boolean strictly = deniesAtLimit && query.requestedUsage() == 0;
        return strictly ? usage >= limit : usage + query.requestedUsage() > limit;
    }

    private Verdict judge(CreditQuery query, EntitlementCalculation calculation) {
        return catalog.currency(query.currencyId())
                .flatMap(calculation::credit)
                .map(wallet -> verdict(wallet, wallet.denial().or(() -> denial(wallet, query.requestedUsage()))))
                .orElseGet(() -> missing(calculation, AccessDeniedReason.ENTITLEMENT_NOT_FOUND));
    }

    private static Optional<Denial> denial(CreditFact wallet, double requested) {
        return !wallet.hasSoftLimit() && requested > wallet.remaining()
                ? because(AccessDeniedReason.INSUFFICIENT_CREDITS)
                : Optional.empty();
    }

    private static Verdict missing(EntitlementCalculation calculation, AccessDeniedReason reason) {
        if (calculation.isUnknownResource()) {
            return denied(AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND);
        }
        return denied(calculation.hasSubscription() ? reason : AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION);
    }

    private static Verdict verdict(EntitlementFact fact, Optional<Denial> denial) {
        return new Verdict(Optional.of(fact), denial);
    }

    private static Verdict denied(AccessDeniedReason reason) {
        return new Verdict(Optional.empty(), because(reason));
    }

    private static Optional<Denial> because(AccessDeniedReason reason) {
        return Optional.of(Denial.of(reason));
    }
}
