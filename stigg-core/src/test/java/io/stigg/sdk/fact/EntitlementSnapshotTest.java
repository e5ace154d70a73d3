package io.stigg.sdk.fact;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.used;
import static io.stigg.sdk.Facts.validUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A snapshot of entitlements")
class EntitlementSnapshotTest {
    private static final CustomerScope ACME = CustomerScope.of("acme");

    private static EntitlementSnapshot fetched(EntitlementSnapshot snapshot, Instant at) {
        return new EntitlementSnapshot(
                snapshot.scope(), snapshot.entitlements(), snapshot.denial(), snapshot.updatedAt(), at);
    }

    @Test
    @DisplayName("gives way to one that Stigg calculated later")
    void newerWins() {
        EntitlementSnapshot older = snapshot(ACME, T0, on("sso"));
        EntitlementSnapshot newer = snapshot(ACME, T0.plusSeconds(1), on("analytics"));

        assertThat(older.mergedWith(newer)).isSameAs(newer);
    }

    @Test
    @DisplayName("keeps its entitlements when an older one arrives later, and is as fresh as that")
    void olderArrivesLater() {
        EntitlementSnapshot held = snapshot(ACME, T0.plusSeconds(1), on("analytics"));
        EntitlementSnapshot late = fetched(snapshot(ACME, T0, on("sso")), T0.plusSeconds(9));

        EntitlementSnapshot merged = held.mergedWith(late);

        assertThat(merged.entitlements()).containsExactly(on("analytics"));
        assertThat(merged.fetchedAt()).isEqualTo(T0.plusSeconds(9));
    }

    @Test
    @DisplayName("gives way to an empty one that was fetched later, whatever Stigg's clock says")
    void emptyFetchedLater() {
        EntitlementSnapshot held = fetched(snapshot(ACME, T0.plusSeconds(3600), on("sso")), T0);
        EntitlementSnapshot gone = nobody(ACME, AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION, T0.plusSeconds(1));

        assertThat(held.mergedWith(gone)).isSameAs(gone);
    }

    @Test
    @DisplayName("is not blocked by an empty one when Stigg's clock runs behind")
    void emptyDoesNotBlock() {
        EntitlementSnapshot empty = nobody(ACME, AccessDeniedReason.CUSTOMER_NOT_FOUND, T0);
        EntitlementSnapshot provisioned = fetched(snapshot(ACME, T0.minusSeconds(3600), on("sso")), T0.plusSeconds(1));

        assertThat(empty.mergedWith(provisioned)).isSameAs(provisioned);
    }

    @Test
    @DisplayName("takes the newer usage of each entitlement, from whichever side")
    void newerUsageWins() {
        FeatureFact calls = metered("calls", 100, 0);
        EntitlementSnapshot held = snapshot(ACME, T0, calls.withUsage(used(40, T0.plusSeconds(5))));
        EntitlementSnapshot newer = snapshot(ACME, T0.plusSeconds(1), calls.withUsage(used(10, T0.plusSeconds(1))));

        EntitlementSnapshot merged = held.mergedWith(newer);

        assertThat(merged.entitlements().get(0).usage().currentUsage()).isEqualTo(40);
        assertThat(merged.updatedAt()).contains(T0.plusSeconds(1));
    }

    @Test
    @DisplayName("refuses one of another scope")
    void otherScope() {
        EntitlementSnapshot held = snapshot(ACME);

        assertThatThrownBy(() -> held.mergedWith(snapshot(ACME.resource("site"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme/site");
    }

    @Test
    @DisplayName("ignores usage that is older than what it holds")
    void olderUsage() {
        EntitlementSnapshot held = snapshot(ACME, metered("calls", 100, 40));

        EntitlementSnapshot same =
                held.withUsage(new UsageReading(ACME, EntitlementRef.feature("calls"), used(10, T0.minusSeconds(1))));

        assertThat(same).isSameAs(held);
    }

    @Test
    @DisplayName("ignores usage of what is not in it")
    void unknownUsage() {
        EntitlementSnapshot held = snapshot(ACME, metered("calls", 100, 40));

        EntitlementSnapshot same =
                held.withUsage(new UsageReading(ACME, EntitlementRef.credit("calls"), used(10, T0.plusSeconds(1))));

        assertThat(same).isSameAs(held);
    }

    @Test
    @DisplayName("is valid until the first of its entitlements is not, leaving out what was over when it was fetched")
    void validity() {
        EntitlementSnapshot held = snapshot(
                ACME,
                validUntil(on("over"), T0),
                validUntil(on("soon"), T0.plusSeconds(60)),
                validUntil(on("later"), T0.plusSeconds(90)),
                on("forever"));

        assertThat(held.validUntilMillis()).isEqualTo(T0.plusSeconds(60).toEpochMilli());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20250115, 987654321})
    @DisplayName("ends in the newest set with the newest usages, in whatever order news arrive")
    void anyOrder(long seed) {
        Random random = new Random(seed);
        List<EntitlementSnapshot> news = new ArrayList<>();
        Instant newestUsage = T0;
        for (int i = 0; i < 50; i++) {
            Instant usageAt = T0.plusMillis(random.nextInt(100_000));
            newestUsage = usageAt.isAfter(newestUsage) ? usageAt : newestUsage;
            FeatureFact calls =
                    metered("calls", i, 0).withUsage(used(usageAt.toEpochMilli() - T0.toEpochMilli(), usageAt));
            news.add(snapshot(ACME, T0.plusSeconds(i), calls));
        }
        Collections.shuffle(news, random);

        EntitlementSnapshot end =
                news.stream().reduce(EntitlementSnapshot::mergedWith).orElseThrow();

        FeatureFact calls = (FeatureFact) end.entitlements().get(0);
        assertThat(end.updatedAt()).contains(T0.plusSeconds(49));
        assertThat(calls.usageLimit()).hasValue(49);
        assertThat(calls.usage().updatedAt()).isEqualTo(Optional.of(newestUsage));
        assertThat(calls.usage().currentUsage()).isEqualTo(newestUsage.toEpochMilli() - T0.toEpochMilli());
    }
}
