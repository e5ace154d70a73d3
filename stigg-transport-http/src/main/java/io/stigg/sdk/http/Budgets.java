package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.fact.EntitlementRequest;
import java.time.Duration;

/** How long a call may take in all: every attempt, every pause, the last byte of the answer. */
record Budgets(Duration ordinary, Duration entitlements) {
    static Budgets standard() {
        return new Budgets(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    Budgets withOrdinary(Duration timeout) {
        return new Budgets(positive("timeout", timeout), entitlements);
    }

    Budgets withEntitlements(Duration timeout) {
        return new Budgets(ordinary, positive("entitlementsTimeout", timeout));
    }

    Duration of(StiggRequest<?> request) {
        return request instanceof EntitlementRequest ? entitlements : ordinary;
    }

    private static Duration positive(String option, Duration timeout) {
        requireNonNull(timeout, option);
        // A day is more than anyone waits, and keeps sums of instants and nanoseconds within their types.
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(option + " must be positive and at most a day, not " + timeout);
        }
        return timeout;
    }
}
