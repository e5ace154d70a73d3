package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The offline cache keeps the contract of caches:")
class OfflineCacheContractTest extends EntitlementCacheContract {
    private static final CustomerScope ACME = CustomerScope.of("acme");
    private static final Instant READ_AT = Instant.parse("2025-01-15T10:00:00Z");

    @Override
    protected EntitlementCache newCache() {
        return new OfflineEntitlementCache();
    }

    private static EntitlementSnapshot knownAt(Instant instant) {
        return new EntitlementSnapshot(ACME, granting("sso").facts(), Optional.empty(), Optional.of(instant), instant);
    }

    @Test
    @DisplayName("what was answered before a file was read anew is forgotten, and is not kept when it comes later")
    void forgetBefore() {
        OfflineEntitlementCache cache = new OfflineEntitlementCache();
        cache.store(knownAt(READ_AT.minusMillis(1)));

        cache.forgetBefore(READ_AT);
        cache.store(knownAt(READ_AT.minusMillis(1)));

        assertThat(cache.heldNear()).isEmpty();
        cache.store(knownAt(READ_AT));
        assertThat(cache.heldNear()).containsExactly(knownAt(READ_AT));
    }

    @Test
    @DisplayName("it keeps a hundred thousand customers and no more, and goes on keeping what is new of those")
    void bounded() {
        OfflineEntitlementCache cache = new OfflineEntitlementCache();
        for (int i = 0; i < 100_010; i++) {
            CustomerScope scope = CustomerScope.of("customer-" + i);
            cache.store(
                    new EntitlementSnapshot(scope, granting().facts(), Optional.empty(), Optional.empty(), READ_AT));
        }
        EntitlementSnapshot newer = new EntitlementSnapshot(
                CustomerScope.of("customer-0"),
                granting("sso").facts(),
                Optional.empty(),
                Optional.empty(),
                READ_AT.plusSeconds(1));

        cache.store(newer);

        assertThat(cache.heldNear()).hasSize(100_000).contains(newer);
    }
}
