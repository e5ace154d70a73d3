package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The fake cache")
class FakeEntitlementCacheTest extends EntitlementCacheContract {
    @Override
    protected EntitlementCache newCache() {
        return new FakeEntitlementCache();
    }

    @Nested
    @DisplayName("fails on demand")
    class FailsOnDemand {
        private static final CustomerScope SCOPE = CustomerScope.of("cust-1");

        private final FakeEntitlementCache cache = new FakeEntitlementCache();

        private static EntitlementSnapshot snapshot(String instant) {
            return new EntitlementSnapshot(
                    SCOPE, List.of(), Optional.empty(), Optional.empty(), Instant.parse(instant));
        }

        @Test
        @DisplayName("and finds nothing while it is down, and afterwards what it had")
        void finds() {
            cache.store(snapshot("2025-01-15T10:00:00Z"));

            cache.goDown();
            EntitlementSnapshot whileDown = cache.find(SCOPE).snapshotOrNull();
            cache.comeBack();

            assertThat(whileDown).isNull();
            assertThat(cache.find(SCOPE).snapshotOrNull()).isEqualTo(snapshot("2025-01-15T10:00:00Z"));
        }

        @Test
        @DisplayName("and neither keeps nor forgets anything while it is down")
        void neitherKeepsNorForgets() {
            cache.store(snapshot("2025-01-15T10:00:00Z"));
            cache.goDown();

            cache.evict(SCOPE);
            cache.store(snapshot("2025-01-15T11:00:00Z"));
            cache.clear();
            cache.comeBack();

            assertThat(cache.find(SCOPE).snapshotOrNull()).isEqualTo(snapshot("2025-01-15T10:00:00Z"));
        }

        @Test
        @DisplayName("and loses as much of what it is told as was said")
        void loses() {
            cache.loseNext(2);

            cache.store(snapshot("2025-01-15T10:00:00Z"));
            cache.store(snapshot("2025-01-15T11:00:00Z"));
            int sizeBefore = cache.size();
            cache.store(snapshot("2025-01-15T12:00:00Z"));

            assertThat(sizeBefore).isZero();
            assertThat(cache.size()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cache.loseNext(0))
                    .withMessage("times must be 1 or more, not 0");
        }

        @Test
        @DisplayName("while a client goes on to answer, from Stigg itself")
        void aClientGoesOn() {
            StiggBackend backend = StiggBackend.acme();
            try (Stigg stigg = Stigg.on(backend.adapters(cache))) {
                cache.goDown();
                stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
                stigg.reportUsage(ReportUsage.of("cust-1", "feature-api-calls", 40));

                MeteredEntitlement calls = stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-api-calls"));

                assertThat(calls.currentUsage()).isEqualTo(40);
                assertThat(calls.isFallback()).isFalse();
                // The nearest place may not have heard of the write, and no cache remembers what it led to.
                assertThat(backend.requests(GetEntitlementsState.class))
                        .extracting(GetEntitlementsState::freshness)
                        .containsExactly(Freshness.NEAREST, Freshness.LATEST);
            }
        }
    }
}
