package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the terms of subscriptions have to keep to, whichever request they are part of. */
final class Terms {
    private Terms() {}

    static void checkQuantities(Map<String, Integer> addons, Map<String, Double> quantities) {
        addons.forEach(
                (id, quantity) -> Arguments.amount(quantity, "the quantity of " + Arguments.text(id, "addonId")));
        quantities.forEach(
                (id, quantity) -> Arguments.amount(quantity, "the quantity of " + Arguments.text(id, "featureId")));
    }

    static void checkDates(Optional<Instant> startDate, Optional<Instant> cancellationDate) {
        cancellationDate
                .filter(end -> startDate.filter(end::isBefore).isPresent())
                .ifPresent(end -> {
                    throw new IllegalArgumentException("cancellationDate must not be before startDate, but is " + end);
                });
    }

    static void checkTrial(Optional<Boolean> skipTrial, PlanSelection selection) {
        boolean tries = selection
                .trialOverrideConfiguration()
                .filter(TrialOverride::isTrial)
                .isPresent();
        if (skipTrial.orElse(false) && tries) {
            throw new IllegalArgumentException("skipTrial contradicts a trialOverrideConfiguration with a trial");
        }
    }

    /**
     * Refuses what an operation has no way to be told, lest it be lost.
     *
     * @param operation what the API calls the operation
     * @param lacking the members of the selection that it lacks
     */
    static void requireWithout(PlanSelection selection, String operation, Set<String> lacking) {
        for (Member member : RecordShape.of(PlanSelection.class).members()) {
            if (lacking.contains(member.name()) && isGiven(member.in(selection))) {
                throw new IllegalArgumentException(operation + " cannot be given " + member.name());
            }
        }
    }

    private static boolean isGiven(Object value) {
        return !(value.equals(Optional.empty())
                || value.equals(OptionalDouble.empty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty()));
    }
}
