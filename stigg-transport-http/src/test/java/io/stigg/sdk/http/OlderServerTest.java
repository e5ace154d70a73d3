package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.http.ScriptedStream.Peer;
import io.stigg.sdk.port.TransportPorts;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of updates from an older server")
class OlderServerTest extends StreamTest {
    @Test
    @DisplayName("follows the older roots, and is open when they are seen")
    void followsTheOlderRoots() {
        open();
        Peer peer = server.next().acknowledge();
        peer.expect("ping");
        peer.refuse(peer.entitlements, UNKNOWN_ROOT)
                .refuse(peer.usage, "{\"message\":\"oops\"}")
                .send("{\"type\":\"pong\"}");
        String entitlements = peer.expectSubscription("OnEntitlementsUpdated");
        String credits = peer.expectSubscription("OnCreditBalanceUpdated");
        peer.expect("ping");
        String usage = peer.expectSubscription("OnUsageUpdated");
        peer.expect("ping");
        peer.send("{\"type\":\"pong\"}");
        assertThat(heard.calls).isEmpty();

        peer.send("{\"type\":\"pong\"}")
                .tell(entitlements, "{\"entitlementsUpdated\":{\"customerId\":\"a\",\"resourceId\":\"r\"}}")
                .tell(credits, "{\"creditBalanceUpdated\":{\"customerId\":\"a\",\"resourceId\":null}}")
                .tell(
                        usage,
                        "{\"usageUpdated\":{\"usage\":{\"customerId\":\"a\",\"featureId\":\"seats\","
                                + "\"currentUsage\":7}}}");

        awaitCalls(4);
        assertThat(heard.calls).startsWith("open");
        assertThat(heard.updates.subList(0, 2))
                .isEqualTo(List.of(
                        new EntitlementsInvalidated(CustomerScope.of("a").resource("r")),
                        new EntitlementsInvalidated(CustomerScope.of("a"))));
        assertThat(((UsageReading) heard.updates.get(2)).usage().updatedAt()).contains(clock.now());
    }

    @Test
    @DisplayName("ends when an older root is refused too")
    void endsWhenTheOlderIsRefused() {
        open();
        Peer peer = server.next().acknowledge();
        peer.refuse(peer.usage, UNKNOWN_ROOT);
        peer.expect("ping");

        peer.refuse(peer.expectSubscription("OnUsageUpdated"), UNKNOWN_ROOT);

        assertThat(cause()).isInstanceOf(StiggApiException.class).hasMessageContaining("OnUsageUpdated was refused");
    }

    @Test
    @DisplayName("goes on without credits, if a server does not even know those")
    void goesOnWithoutCredits() {
        open();
        Peer peer = server.next().acknowledge();
        peer.expect("ping");
        peer.refuse(peer.entitlements, UNKNOWN_ROOT);
        peer.expectSubscription("OnEntitlementsUpdated");
        peer.refuse(peer.expectSubscription("OnCreditBalanceUpdated"), UNKNOWN_ROOT);
        peer.expect("ping");

        peer.send("{\"type\":\"pong\"}").send("{\"type\":\"pong\"}");

        awaitCalls(1);
        assertThat(heard.calls).containsExactly("open");
    }

    @Test
    @DisplayName("goes on without what was published, if that is unknown")
    void goesOnWithoutPackages() {
        Peer peer = opened();

        peer.refuse(peer.packages, "[{\"message\":\"there is no field packagePublished\"}]")
                .tell(peer.usage, usageOf("acme", 1));

        awaitCalls(2);
        assertThat(heard.calls).containsExactly("open", "update");
    }

    @Test
    @DisplayName("ends with any other refusal of what was published")
    void endsWithoutPackages() {
        open();
        Peer peer = server.next().acknowledge();

        peer.refuse(peer.packages, "[{\"message\":\"oops\"}]");

        assertThat(cause()).isInstanceOf(StiggApiException.class).hasMessageContaining("oops");
    }

    @Test
    @DisplayName("begins again with the older roots when it hears of its mistake too late, and then with the newer")
    void beginsAgain() {
        TransportPorts ports = create(options());
        ports.updates().open(heard);
        Peer first = server.nextOpen();
        awaitCalls(1);

        first.refuse(first.usage, UNKNOWN_ROOT);

        assertThat(cause()).isInstanceOf(StiggTransportException.class).hasMessageContaining("OnUsageUpdatedV2");
        ports.updates().open(new HeardUpdates());
        Peer second = server.next();
        second.expect("connection_init");
        second.send("{\"type\":\"connection_ack\"}");
        second.expectSubscription("OnEntitlementsUpdatedV2");
        second.expectSubscription("OnUsageUpdated");
        second.expectSubscription("OnPackagePublished");
        ports.updates().open(new HeardUpdates());
        server.next().acknowledge();
    }
}
