package io.stigg.sdk.testkit;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import java.text.NumberFormat;
import java.util.Locale;

/** Verdicts in words. */
final class Wording {
    private Wording() {}

    static String of(Verdict verdict) {
        String held = verdict.fact().map(Wording::held).orElse("");
        return verdict.accessDeniedReason()
                .map(reason -> "Denied: " + because(reason) + (held.isEmpty() ? "." : "; " + held + "."))
                .orElse(held.isEmpty() ? "Granted." : "Granted: " + held + ".");
    }

    private static String held(EntitlementFact fact) {
        return fact instanceof CreditFact wallet ? held(wallet) : held((FeatureFact) fact);
    }

    private static String held(CreditFact wallet) {
        return number(wallet.remaining()) + " of " + number(wallet.usageLimit()) + " credits are left";
    }

    private static String held(FeatureFact fact) {
        if (fact.feature().type() == FeatureType.ENUM) {
            return fact.enumValues().isEmpty() ? "" : "allowed are " + String.join(", ", fact.enumValues());
        }
        String limit = limit(fact);
        boolean isWithheld = limit.isEmpty() && fact.denial().isPresent();
        if (!fact.feature().isMetered() || isWithheld) {
            return limit;
        }
        String used = number(fact.usage().currentUsage());
        return limit.isEmpty() ? used + " used" : used + " of " + limit + " used";
    }

    private static String limit(FeatureFact fact) {
        if (fact.isUnlimited()) {
            return "unlimited";
        }
        return fact.usageLimit().isPresent()
                ? number(fact.usageLimit().getAsDouble()) + (fact.hasSoftLimit() ? " (a soft limit)" : "")
                : "";
    }

    private static String number(double number) {
        return NumberFormat.getNumberInstance(Locale.ROOT).format(number);
    }

    private static String because(AccessDeniedReason reason) {
        return switch (reason) {
            case CUSTOMER_NOT_FOUND -> "there is no such customer";
            case CUSTOMER_IS_ARCHIVED -> "the customer is archived";
            case CUSTOMER_RESOURCE_NOT_FOUND -> "the customer has no such resource";
            case NO_ACTIVE_SUBSCRIPTION -> "no subscription is active";
            case FEATURE_NOT_FOUND -> "there is no such feature";
            case NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION -> "nothing that the customer has gives the feature";
            case FEATURE_TYPE_MISMATCH -> "the feature is of another type than was asked for";
            case REVOKED -> "the feature is withheld explicitly";
            case REQUESTED_USAGE_EXCEEDING_LIMIT -> "usage and what is requested pass the limit";
            case REQUESTED_VALUES_MISMATCH -> "a requested value is not allowed";
            case BUDGET_EXCEEDED -> "the budget of the subscription is spent";
            case INSUFFICIENT_CREDITS -> "the credits do not suffice";
            case ENTITLEMENT_NOT_FOUND -> "the customer has no such credits";
            case UNKNOWN -> "for an unknown reason";
        };
    }
}
