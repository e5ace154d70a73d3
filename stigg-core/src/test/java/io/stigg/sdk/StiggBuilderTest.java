package io.stigg.sdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.CacheFactory;
import io.stigg.sdk.port.TransportFactory;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;

@DisplayName("The builder of a client")
class StiggBuilderTest {
    private final TransportFactory transport = Mockito.mock();
    private final CacheFactory cache = Mockito.mock();
    private final AdapterSet adapters = Mockito.mock();

    @Test
    @DisplayName("refuses a second transport")
    void twoTransports() {
        StiggBuilder builder = Stigg.builder().transport(transport);

        assertThatThrownBy(() -> builder.transport(transport))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("transport:");
    }

    @Test
    @DisplayName("refuses a second cache")
    void twoCaches() {
        StiggBuilder builder = Stigg.builder().cache(cache);

        assertThatThrownBy(() -> builder.cache(cache))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cache:");
    }

    @Test
    @DisplayName("refuses an adapter beside a whole set, in either order")
    void adapterBesideSet() {
        assertThatThrownBy(() -> Stigg.builder().adapters(adapters).cache(cache))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cache:");
        assertThatThrownBy(() -> Stigg.builder().transport(transport).adapters(adapters))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("adapters:");
    }

    @Test
    @DisplayName("names the port that has no adapter, and one to choose")
    void missingAdapters() {
        assertThatThrownBy(() -> Stigg.builder().cache(cache).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transport:")
                .hasMessageContaining("stigg-transport-http");
        assertThatThrownBy(() -> Stigg.builder().transport(transport).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cache:")
                .hasMessageContaining("stigg-cache-memory");
    }

    static Stream<Arguments> durations() {
        BiConsumer<StiggBuilder, Duration> ttl = StiggBuilder::entitlementTtl;
        BiConsumer<StiggBuilder, Duration> timeout = StiggBuilder::checkTimeout;
        BiConsumer<StiggBuilder, Duration> stale = StiggBuilder::staleIfError;
        Duration tooLong = Duration.ofSeconds(Long.MAX_VALUE);
        return Stream.of(
                Arguments.of("entitlementTtl", ttl, Duration.ZERO),
                Arguments.of("entitlementTtl", ttl, Duration.ofSeconds(-1)),
                Arguments.of("entitlementTtl", ttl, tooLong),
                Arguments.of("checkTimeout", timeout, Duration.ZERO),
                Arguments.of("checkTimeout", timeout, Duration.ofMillis(-5)),
                Arguments.of("checkTimeout", timeout, tooLong),
                Arguments.of("staleIfError", stale, Duration.ofNanos(-1)),
                Arguments.of("staleIfError", stale, tooLong));
    }

    @ParameterizedTest(name = "{0} of {2}")
    @MethodSource("durations")
    @DisplayName("names an option and its value when it makes no sense")
    void badDurations(String option, BiConsumer<StiggBuilder, Duration> setter, Duration value) {
        StiggBuilder builder = Stigg.builder();

        assertThatThrownBy(() -> setter.accept(builder, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option)
                .hasMessageContaining(value.toString());
    }
}
