package io.stigg.sdk.examples;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A Stigg behind real sockets, and clients of it that follow it. */
@Timeout(60)
abstract class StreamingTest {
    static final String CALLS = "feature-api-calls";
    static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    final StiggBackend backend;
    private final List<Stigg> clients = new ArrayList<>();
    StiggEmulator emulator;

    StreamingTest(StiggBackend backend) {
        this.backend = backend;
        this.emulator = start(0);
    }

    private StiggEmulator start(int port) {
        return StiggEmulator.serving(backend).apiKey("key").port(port).start();
    }

    void restart(Runnable meanwhile) {
        int port = emulator.uri().getPort();
        emulator.close();
        meanwhile.run();
        emulator = start(port);
    }

    Stigg build(StiggBuilder builder, String key) {
        Stigg client = builder.transport(
                        HttpTransport.withApiKey(key).baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(1_000))
                .build();
        clients.add(client);
        return client;
    }

    Stigg following() {
        return following(Stigg.builder());
    }

    Stigg following(StiggBuilder builder) {
        Stigg client = build(builder, "key");
        awaitUpdates(client, Updates.LIVE);
        return client;
    }

    static void awaitUpdates(Stigg client, Updates updates) {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.status().updates() == updates);
    }

    /** Puts a customer on the free plan, behind the back of every client. */
    void customer(String id) {
        backend.connect()
                .send(ProvisionCustomer.of(id).subscribedTo(PlanSelection.of("plan-free")))
                .toCompletableFuture()
                .join();
    }

    static MeteredEntitlement calls(Stigg client, String customerId) {
        return client.getMeteredEntitlement(MeteredQuery.of(customerId, CALLS));
    }

    static MeteredEntitlement calls(Stigg client) {
        return calls(client, CUST_1.customerId());
    }

    @AfterEach
    void close() {
        clients.forEach(Stigg::close);
        emulator.close();
    }
}
