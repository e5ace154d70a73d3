package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A burst of updates")
@Timeout(60)
class StreamBurstTest {
    private static final String USAGE =
            "subscription { usageUpdatedV2 { customerId resourceId entitlementReference { id type }"
                    + " usage { currentUsage usageUpdatedAt usagePeriodStart usagePeriodEnd } } }";
    private static final int UPDATES = 10_000;
    private static final CustomerScope CUSTOMER = new CustomerScope("cust-1", Optional.empty());

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator = StiggEmulator.serving(backend).start();

    @BeforeEach
    void provision() {
        backend.connect()
                .send(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")))
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    private void use(int usage) {
        backend.setUsage(CUSTOMER, "feature-seats", usage);
    }

    @Test
    @DisplayName("arrives whole, in order and soon")
    void inOrder() {
        try (RawSocket socket =
                RawSocket.open(emulator.uri(), "any").subscribe("1", USAGE).sync()) {
            long start = System.nanoTime();
            for (int i = 1; i <= UPDATES; i++) {
                use(i);
            }

            for (int i = 1; i <= UPDATES; i++) {
                assertThat(socket.next()).contains("\"currentUsage\":" + i + ",");
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            // Far more than it takes, for machines that are busy otherwise.
            assertThat(took).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    @DisplayName("may be cut in the middle, after which a new socket is told the rest")
    void cut() {
        try (RawSocket first =
                RawSocket.open(emulator.uri(), "any").subscribe("1", USAGE).sync()) {
            for (int i = 1; i <= 1_000; i++) {
                use(i);
                if (i == 500) {
                    emulator.streams().drop();
                }
            }

            assertThat(first.end()).isEqualTo(RawSocket.CUT);
        }
        try (RawSocket second =
                RawSocket.open(emulator.uri(), "any").subscribe("1", USAGE).sync()) {
            use(1_001);
            assertThat(second.next()).contains("\"currentUsage\":1001,");
        }
    }

    @Test
    @DisplayName("does not pile up for a client that does not read")
    void slowClient() {
        String wide = "x".repeat(100_000);
        try (RawSocket slow = RawSocket.connectToRead(emulator.uri(), 1)) {
            slow.init("any").expectAck();
            for (int i = 0; i < 800; i++) {
                emulator.streams().sendText(wide);
            }

            slow.readAll();

            assertThat(slow.end()).isIn("1013 The client reads too slowly", RawSocket.CUT);
        }
    }
}
