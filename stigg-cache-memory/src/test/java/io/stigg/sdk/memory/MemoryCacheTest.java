package io.stigg.sdk.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the memory cache")
class MemoryCacheTest {
    private final StubAdapters stub = new StubAdapters();

    @Nested
    @DisplayName("are checked")
    class Checked {
        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        @DisplayName("so that a cache without room for a customer is refused")
        void refusesNoCustomers(int maxCustomers) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MemoryCache.ofCustomers(maxCustomers))
                    .withMessage("maxCustomers must be more than 0, not " + maxCustomers);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        @DisplayName("so that a cache without memory is refused")
        void refusesNoBytes(long maxBytes) {
            MemoryCache options = MemoryCache.ofCustomers(1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options.withinBytes(maxBytes))
                    .withMessage("maxBytes must be more than 0, not " + maxBytes);
        }

        @Test
        @SuppressWarnings("NullAway")
        @DisplayName("so that null is refused by name")
        void refusesNull() {
            MemoryCache options = MemoryCache.ofCustomers(1);

            assertThatNullPointerException()
                    .isThrownBy(() -> options.reportingTo(null))
                    .withMessage("statistics");
            assertThatNullPointerException()
                    .isThrownBy(() -> options.create(null, stub))
                    .withMessage("transport");
            assertThatNullPointerException()
                    .isThrownBy(() -> options.create(TransportPorts.of(stub, UpdateStream.none()), null))
                    .withMessage("clock");
        }
    }

    @Test
    @DisplayName("are immutable: a changed option makes other options")
    void areImmutable() {
        MemoryCache options = MemoryCache.ofCustomers(7);

        options.withinBytes(1024);

        assertThat(options).hasToString("MemoryCache[maxCustomers=7]");
        assertThat(options.withinBytes(1024)).hasToString("MemoryCache[maxCustomers=7, maxBytes=1024]");
    }

    @Test
    @DisplayName("make a whole adapter set over the transport and the clock they are given")
    void makeAnAdapterSet() {
        AdapterSet adapters = MemoryCache.ofCustomers(7).create(TransportPorts.of(stub, UpdateStream.none()), stub);

        assertThat(adapters.transport()).isSameAs(stub);
        assertThat(adapters.clock()).isSameAs(stub);
        assertThat(adapters.cache()).isSameAs(adapters.cache());
        assertThat(adapters.cache()).hasToString("EhcacheEntitlementCache[MemoryCache[maxCustomers=7]]");
    }

    @Test
    @DisplayName("make caches that share nothing")
    void makeCachesOfTheirOwn() {
        MemoryCache options = MemoryCache.ofCustomers(7);
        AdapterSet one = options.create(TransportPorts.of(stub, UpdateStream.none()), stub);
        AdapterSet other = options.create(TransportPorts.of(stub, UpdateStream.none()), stub);

        one.cache().store(Facts.snapshot("acme"));
        other.cache().store(Facts.snapshot("globex"));
        other.cache().close();

        assertThat(one.cache().find(CustomerScope.of("acme")).snapshotOrNull()).isNotNull();
        assertThat(one.cache().find(CustomerScope.of("globex")).snapshotOrNull())
                .isNull();
    }

    @Test
    @DisplayName("serve a client: a check is answered from what the cache holds")
    void serveAClient() {
        AdapterSet adapters = MemoryCache.ofCustomers(7).create(TransportPorts.of(stub, UpdateStream.none()), stub);
        adapters.cache().store(Facts.realistic("acme", 3));

        try (Stigg stigg = Stigg.builder().adapters(adapters).build()) {
            var answer = stigg.getBooleanEntitlement("acme", "feature-of-the-catalogue-0");

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.basis()).isEqualTo(AnswerBasis.FRESH);
        }
    }
}
