package io.stigg.sdk.testkit.assertj;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.NumericEntitlement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Tells in one line what an entitlement says and why. */
final class EntitlementText {
    private EntitlementText() {}

    static String of(Entitlement entitlement) {
        List<String> parts = new ArrayList<>();
        parts.add(entitlement
                .denial()
                .map(Denial::wireName)
                .map("denied, "::concat)
                .orElse("granted"));
        parts.addAll(details(entitlement));
        if (entitlement.basis() != AnswerBasis.FRESH) {
            parts.add(basis(entitlement.basis()));
        }
        return subject(entitlement) + ": " + String.join(", ", parts);
    }

    private static String subject(Entitlement entitlement) {
        if (entitlement instanceof BooleanEntitlement onOff) {
            return "on/off " + onOff.featureId();
        } else if (entitlement instanceof NumericEntitlement numeric) {
            return "numeric " + numeric.featureId();
        } else if (entitlement instanceof MeteredEntitlement metered) {
            return "metered " + metered.featureId();
        } else if (entitlement instanceof EnumEntitlement choice) {
            return "enum " + choice.featureId();
        }
        return "credits " + ((CreditEntitlement) entitlement).currencyId();
    }

    private static List<String> details(Entitlement entitlement) {
        if (entitlement instanceof NumericEntitlement numeric) {
            return List.of(limit(numeric.value(), numeric.isUnlimited()));
        } else if (entitlement instanceof MeteredEntitlement metered) {
            return List.of(
                    number(metered.currentUsage()) + " used",
                    number(metered.requestedUsage()) + " requested",
                    (metered.hasSoftLimit() ? "soft " : "") + limit(metered.usageLimit(), metered.isUnlimited()));
        } else if (entitlement instanceof EnumEntitlement choice) {
            return List.of(choice.enumValues() + " allowed", choice.requestedValues() + " requested");
        } else if (entitlement instanceof CreditEntitlement credit) {
            return List.of(
                    number(credit.currentUsage()) + " used",
                    number(credit.requestedUsage()) + " requested",
                    (credit.hasSoftLimit() ? "soft " : "") + limit(OptionalDouble.of(credit.usageLimit()), false));
        }
        return List.of();
    }

    private static String limit(OptionalDouble limit, boolean isUnlimited) {
        if (isUnlimited) {
            return "unlimited";
        }
        return limit.isPresent() ? "limit " + number(limit.getAsDouble()) : "no limit given";
    }

    private static String basis(AnswerBasis basis) {
        return switch (basis) {
            case FRESH -> "as Stigg says";
            case STALE -> "the last that Stigg said, which may no longer be right";
            case FALLBACK -> "a fallback because Stigg could not be asked";
            case OVERRIDE -> "an override of the client's";
        };
    }

    /** Most numbers are whole, and read better so. */
    static String number(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
