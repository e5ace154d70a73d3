package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console shows without a reload")
class LiveTest extends ConsoleTest {
    @Test
    @DisplayName("what another client changes")
    void otherClient() {
        ada();
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "0 of 3,000 used");

        try (Stigg other = client()) {
            other.reportUsage(ReportUsage.of("cust-1", CALLS, 42));
            untilShown(entitlement(CALLS), "42 of 3,000 used");
            other.customers().provision(ProvisionCustomer.of("cust-new"));
            untilShown(".customers", "cust-new");
        }
    }

    @Test
    @DisplayName("what changes in the backend itself, and as time passes")
    void backend() {
        ada();
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "Resets 15 Feb 2025");

        backend.setUsage(CustomerScope.of("cust-1"), CALLS, 7);
        untilShown(entitlement(CALLS), "7 of 3,000 used");

        backend.clock().advance(Duration.ofDays(40));
        untilShown(entitlement(CALLS), "0 of 3,000 used", "Resets 15 Mar 2025");
    }

    @Test
    @DisplayName("that the emulator is gone, and all that is new when it is back")
    void restart() {
        ada();
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "0 of 3,000 used");
        int port = emulator.uri().getPort();

        emulator.close();
        untilShown(".connection", "Connection lost");
        try (Stigg stigg = backend.newClient()) {
            stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 9));
        }

        try (StiggEmulator again = StiggEmulator.serving(backend).port(port).start()) {
            assertThat(again.uri()).as("the same place").isEqualTo(emulator.uri());
            untilShown(".connection", "Live");
            untilShown(entitlement(CALLS), "9 of 3,000 used");
        }
    }

    @Test
    @DisplayName("what the backend knows while it is made to be down for everyone else")
    void down() {
        ada();
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "0 of 3,000 used");

        backend.goDown();
        backend.setUsage(CustomerScope.of("cust-1"), CALLS, 5);
        browser().navigate().refresh();

        untilShown(entitlement(CALLS), "5 of 3,000 used");
        untilShown("svg.bars", "Basic");
    }
}
