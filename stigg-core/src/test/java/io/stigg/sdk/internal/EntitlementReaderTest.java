package io.stigg.sdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.stigg.sdk.ManualClock;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.FetchCoordinator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader of entitlements")
class EntitlementReaderTest {
    private final ManualClock clock = new ManualClock("2025-01-15T10:00:00Z");
    private final EntitlementCache cache = mock();
    private final ApiTransport transport = mock();
    private final Listeners listeners = new Listeners(List.of());
    private final StatusTracker status = new StatusTracker(clock, listeners);
    private final CheckSettings settings =
            new CheckSettings(Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofSeconds(3));
    private final Trust trust = new Trust(clock, settings);
    private final FormerKnowledge former = FormerKnowledge.none();
    private final EntitlementReader reader = new EntitlementReader(
            cache,
            former,
            FetchCoordinator.alone(),
            new RequestSender(transport, new CacheWriter(cache, former, trust, clock, settings, false), clock, status),
            status,
            clock,
            listeners,
            trust,
            settings);

    @Test
    @DisplayName("finds nothing once the client is closed, which is no failure to report")
    void closed() {
        status.close();

        EntitlementReader.Reading reading =
                reader.read(CustomerScope.of("acme")).join();

        assertThat(reading.snapshot()).isNull();
        assertThat(reading.basis()).isEqualTo(AnswerBasis.FALLBACK);
        assertThat(reading.failure()).isNull();
        verifyNoInteractions(cache, transport);
    }
}
