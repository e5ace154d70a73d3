package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.StiggStatus.State;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.port.UpdateListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client whose stream breaks off")
class ReconnectTest extends ClientTest {
    private static final StiggApiException REFUSED = StiggApiException.of("Updates", 401, List.of());
    private static final StiggApiException THROTTLED = StiggApiException.of("Updates", 429, List.of());

    private final ScriptedStream stream = new ScriptedStream();
    private final List<Updates> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        updates = stream;
        transport.serve(scope -> now(scope, on("sso")));
        configure(Stigg.builder().listener(new StiggListener() {
            @Override
            public void onStatusChanged(StiggStatus status) {
                if (told.isEmpty() || told.get(told.size() - 1) != status.updates()) {
                    told.add(status.updates());
                }
            }
        }));
    }

    @Test
    @DisplayName("opens it again within half a second, and says what it is doing")
    void reopens() {
        stream.end(DOWN);
        Updates meanwhile = stigg.status().updates();

        clock.advance(Duration.ofMillis(500));

        assertThat(meanwhile).isEqualTo(Updates.RECONNECTING);
        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
        assertThat(stream.listening).hasSize(1);
        await().untilAsserted(() -> assertThat(told).endsWith(Updates.LIVE, Updates.RECONNECTING, Updates.LIVE));
    }

    @Test
    @DisplayName("has settled when it opens it again before it says that it will")
    void settledBefore() {
        List<Updates> saidUntilThen = new ArrayList<>();
        clock.onSchedule = () -> saidUntilThen.add(stigg.status().updates());

        stream.end(DOWN);

        assertThat(saidUntilThen).isNotEmpty().containsOnly(Updates.LIVE);
        assertThat(stigg.status().updates()).isEqualTo(Updates.RECONNECTING);
    }

    @Test
    @DisplayName("tries for ever, at least every half minute, and one connection at a time")
    void forEver() {
        stream.failsWith = DOWN;
        stream.end(DOWN);

        clock.advance(Duration.ofHours(1));

        assertThat(stream.openings).isGreaterThan(120);
        assertThat(stream.listening).isEmpty();
        stream.failsWith = null;
        clock.advance(Duration.ofSeconds(30));
        assertThat(stream.listening).hasSize(1);
    }

    @Test
    @DisplayName("says after half a minute that it asks again for what is in use, until the stream is back")
    void polling() {
        stream.failsWith = DOWN;
        stream.end(DOWN);

        clock.advance(Duration.ofSeconds(30));
        Updates away = stigg.status().updates();
        stream.failsWith = null;
        clock.advance(Duration.ofSeconds(30));

        assertThat(away).isEqualTo(Updates.POLLING);
        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
    }

    @Test
    @DisplayName(
            "asks for all that it holds again and again meanwhile, also for what nobody uses, and tells of changes")
    void polled() {
        List<EntitlementsUpdated> found = new CopyOnWriteArrayList<>();
        stigg.addListener(new StiggListener() {
            @Override
            public void onEntitlementsUpdated(EntitlementsUpdated event) {
                found.add(event);
            }
        });
        stigg.getBooleanEntitlement(SSO);
        stigg.getBooleanEntitlement("other", "sso");
        stream.failsWith = DOWN;
        stream.end(DOWN);
        transport.serve(scope -> scope.equals(ACME) ? now(scope, on("analytics")) : now(scope, on("sso")));

        clock.advance(Duration.ofSeconds(35));
        long soon = transport.fetches();
        clock.advance(Duration.ofMinutes(5));
        long later = transport.fetches();

        assertThat(soon).isEqualTo(4);
        assertThat(later).isBetween(18L, 24L);
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        await().untilAsserted(() -> assertThat(found)
                .singleElement()
                .extracting(EntitlementsUpdated::scope)
                .isEqualTo(ACME));
    }

    @Test
    @DisplayName("no longer asks for what nobody uses once the stream is back")
    void noLongerPolled() {
        stigg.getBooleanEntitlement(SSO);
        stream.failsWith = DOWN;
        stream.end(DOWN);
        clock.advance(Duration.ofMinutes(1));
        stream.failsWith = null;
        clock.advance(Duration.ofSeconds(30));
        long before = transport.fetches();

        clock.advance(Duration.ofHours(1));

        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
        assertThat(transport.fetches()).isEqualTo(before);
    }

    @Test
    @DisplayName("opens it again also when opening it fails in a way that no stream should")
    void throwing() {
        stream.throwsOnce = new IllegalStateException("a stream of somebody's own");
        stream.end(DOWN);

        clock.advance(Duration.ofSeconds(2));

        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
        assertThat(stream.listening).hasSize(1);
    }

    @Test
    @DisplayName("waits longer when it is told that it asks too often")
    void throttled() {
        stream.failsWith = THROTTLED;
        stream.end(THROTTLED);
        int before = stream.openings;

        clock.advance(Duration.ofSeconds(29));

        assertThat(stream.openings).isEqualTo(before);
        clock.advance(Duration.ofMinutes(10));
        assertThat(stream.openings).isBetween(before + 2, before + 20);
    }

    @Test
    @DisplayName(
            "gives up when its key is refused, says so once, and answers from what it knows while that is bearable")
    void refused() {
        stigg.getBooleanEntitlement(SSO);
        transport.fail(StiggApiException.of("GetSdkConfiguration", 401, List.of()));
        stream.end(REFUSED);
        int before = stream.openings;

        clock.advance(Duration.ofHours(23));

        assertThat(stream.openings).isEqualTo(before);
        assertThat(stigg.status().state()).isEqualTo(State.AUTHENTICATION_FAILED);
        assertThat(stigg.status().updates()).isEqualTo(Updates.REFUSED);
        assertThat(stigg.getBooleanEntitlement(SSO).basis()).isEqualTo(AnswerBasis.STALE);
        clock.advance(Duration.ofHours(2));
        assertThat(stigg.getBooleanEntitlement(SSO).basis()).isEqualTo(AnswerBasis.FALLBACK);
        await().untilAsserted(() -> assertThat(told).endsWith(Updates.REFUSED));
    }

    @Test
    @DisplayName("tries again when its key is accepted after all")
    void accepted() {
        transport.fail(StiggApiException.of("GetSdkConfiguration", 401, List.of()));
        stream.end(REFUSED);
        clock.advance(Duration.ofHours(1));

        transport.serve(scope -> now(scope, on("sso")));
        clock.advance(Duration.ofMinutes(1));

        assertThat(stigg.status().state()).isEqualTo(State.READY);
        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
    }

    @Test
    @DisplayName(
            "gives up for good, and asks again and again instead, when the API accepts a key that the stream refuses")
    void refusedByTheStreamAlone() {
        stigg.getBooleanEntitlement(SSO);
        stream.failsWith = REFUSED;
        stream.end(REFUSED);
        int before = stream.openings;

        clock.advance(Duration.ofHours(1));

        assertThat(stream.openings).isEqualTo(before + 1);
        assertThat(stigg.status().state()).isEqualTo(State.READY);
        assertThat(stigg.status().updates()).isEqualTo(Updates.REFUSED);
        assertThat(stigg.getBooleanEntitlement(SSO).basis()).isEqualTo(AnswerBasis.FRESH);
        assertThat(transport.fetches()).isGreaterThan(100);
    }

    @Test
    @DisplayName("leaves nothing behind when it is closed, also while it waits or connects")
    void closed() {
        stream.opensAtOnce = false;
        stream.end(DOWN);
        clock.advance(Duration.ofMillis(500));
        UpdateListener connecting = stream.listening.get(0);

        stigg.close();
        connecting.onOpen();
        connecting.onEnd(DOWN);
        int before = stream.openings;
        clock.advance(Duration.ofHours(1));

        assertThat(stream.listening).isEmpty();
        assertThat(stream.openings).isEqualTo(before);
        assertThat(stigg.status().updates()).isEqualTo(Updates.OFF);
    }

    @Test
    @DisplayName("is not confused by a connection that speaks after its end")
    void zombie() {
        UpdateListener first = stream.listening.get(0);
        stream.end(DOWN);
        clock.advance(Duration.ofMillis(500));

        first.onUpdate(now(ACME, on("analytics")));
        first.onEnd(DOWN);

        assertThat(stream.listening).hasSize(1);
        assertThat(stigg.status().updates()).isEqualTo(Updates.LIVE);
    }
}
