package io.stigg.sdk.http;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The stream of updates against a server on real sockets, in time that stands still. */
@Timeout(30)
abstract class StreamTest {
    static final String KEY = "server-5ecret-0f-acme";
    static final String UNKNOWN_ROOT =
            "[{\"message\":\"Cannot query field\",\"extensions\":{\"code\":" + "\"GRAPHQL_VALIDATION_FAILED\"}}]";

    final ScriptedStream server = ScriptedStream.start();
    final ManualClock clock = new ManualClock();
    final HeardUpdates heard = new HeardUpdates();
    private final List<TransportPorts> ports = new ArrayList<>();

    @AfterEach
    void closeEverything() {
        ports.forEach(transport -> transport.transport().close());
        server.close();
    }

    HttpTransport options() {
        return HttpTransport.withApiKey(KEY).baseUri(server.uri()).withoutEdge();
    }

    TransportPorts create(HttpTransport options) {
        return create(options, clock);
    }

    TransportPorts create(HttpTransport options, SdkClock ofTheTransport) {
        TransportPorts created = options.create(ofTheTransport);
        ports.add(created);
        return created;
    }

    Registration open() {
        return open(options());
    }

    Registration open(HttpTransport options) {
        return create(options).updates().open(heard);
    }

    /** Opens a stream, and leads it to where it is open. */
    ScriptedStream.Peer opened() {
        open();
        ScriptedStream.Peer peer = server.nextOpen();
        awaitCalls(1);
        return peer;
    }

    /** Looks often, since most of what is waited for takes no longer than a look. */
    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(10)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    void awaitCalls(int number) {
        patiently().until(() -> heard.calls.size() >= number);
    }

    /** Why the stream ended; that nothing is left of it then is asked of the clock. */
    StiggException cause() {
        return heard.cause();
    }

    static String entitlementsOf(String customer, String rest) {
        return "{\"entitlementsUpdatedV2\":{\"customerId\":\"" + customer + "\"," + rest + "}}";
    }

    static String usageOf(String customer, double currentUsage) {
        return "{\"usageUpdatedV2\":{\"customerId\":\"" + customer + "\",\"resourceId\":null,\"entitlementReference\":"
                + "{\"id\":\"seats\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":" + currentUsage
                + ",\"usageUpdatedAt\":\"2026-03-01T09:00:00.000Z\"}}}";
    }
}
