package io.stigg.sdk.testkit.assertj;

import io.stigg.sdk.entitlement.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions about entitlements begin. Imported statically, it stands beside AssertJ's own {@code assertThat}.
 *
 * <pre>{@code
 * assertThat(stigg.getMeteredEntitlement(calls)).isGranted().hasLimit(100).hasUsage(40);
 * assertThat(stigg.getMeteredEntitlement(calls.requesting(61))).isDenied(REQUESTED_USAGE_EXCEEDING_LIMIT);
 * }</pre>
 */
public final class StiggAssertions {
    private StiggAssertions() {}

    /**
     * Begins an assertion.
     *
     * @param actual an entitlement of whatever kind
     * @return the assertion
     */
    public static EntitlementAssert assertThat(@Nullable Entitlement actual) {
        return new EntitlementAssert(actual);
    }
}
