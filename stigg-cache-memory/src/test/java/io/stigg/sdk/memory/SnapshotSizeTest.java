package io.stigg.sdk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The estimate of a snapshot's size")
class SnapshotSizeTest {
    private final StubAdapters stub = new StubAdapters();

    @ParameterizedTest(name = "{0} entitlements")
    @ValueSource(ints = {0, 3, 30})
    @DisplayName("is within a factor of two of the heap that a cached and checked customer takes")
    void isRoughlyRight(int entitlements) {
        int customers = entitlements == 30 ? 1_000 : 10_000;
        MemoryCacheStatistics statistics = new MemoryCacheStatistics();
        AdapterSet adapters = MemoryCache.ofCustomers(customers)
                .reportingTo(statistics)
                .create(TransportPorts.of(stub, UpdateStream.none()), stub);
        try (Stigg stigg = Stigg.builder().adapters(adapters).build()) {
            fill(adapters, stigg, "warm-up-", 10, entitlements);
            adapters.cache().clear();
            long before = usedHeap();

            fill(adapters, stigg, "customer-", customers, entitlements);

            long measured = usedHeap() - before;
            assertThat(statistics.held()).isEqualTo(customers);
            assertThat((double) statistics.estimatedBytes()).isBetween(measured / 2.0, measured * 2.0);
        }
    }

    private static void fill(AdapterSet adapters, Stigg stigg, String prefix, int customers, int entitlements) {
        for (int i = 0; i < customers; i++) {
            adapters.cache().store(Facts.realistic(prefix + i, entitlements));
            stigg.getBooleanEntitlement(prefix + i, "feature-of-the-catalogue-0");
        }
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Test
    @DisplayName("counts texts, and twice if they are not Latin")
    void countsTexts() {
        long latin = Facts.sizeOf(Facts.snapshot("a".repeat(1_000)));
        long longer = Facts.sizeOf(Facts.snapshot("a".repeat(2_000)));
        long greek = Facts.sizeOf(Facts.snapshot("\u03b1".repeat(1_000)));

        assertThat(longer - latin).isEqualTo(1_000);
        assertThat(greek - latin).isEqualTo(1_000);
    }

    @Test
    @DisplayName("counts what metadata holds, however it is nested")
    void countsMetadata() {
        long none = Facts.sizeOf(wallet(Map.of()));
        long flat = Facts.sizeOf(wallet(Map.of("note", "x".repeat(500))));
        long nested = Facts.sizeOf(wallet(Map.of("notes", List.of(Map.of("note", "x".repeat(500)), 1, true))));

        assertThat(flat).isBetween(none + 500, none + 750);
        assertThat(nested).isBetween(flat, flat + 500);
    }

    private static EntitlementSnapshot wallet(Map<String, Object> metadata) {
        CreditCurrency currency = new CreditCurrency(
                "credits", "Credits", Optional.of("Credits"), Optional.of("credit"), Optional.of("credits"), metadata);
        CreditFact fact = new CreditFact(
                currency,
                Optional.of(Denial.ofWire("InsufficientCredits")),
                10,
                false,
                Usage.none(),
                Optional.of(Facts.START));
        return new EntitlementSnapshot(
                CustomerScope.of("acme").resource("site"),
                List.of(fact),
                Optional.of(Denial.ofWire("CustomerIsArchived")),
                Optional.empty(),
                Facts.START);
    }
}
