package io.stigg.sdk.examples;

import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static io.stigg.sdk.testkit.assertj.StiggAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.examples.ExportService.Exported;
import io.stigg.sdk.examples.ExportService.Refused;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.Faults;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.junit.StiggTest;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a consumer tests a service against a Stigg that follows the rules, with a clock to move. */
@StiggTest
@DisplayName("The export service, on plans")
class ExportServiceTest {
    private static final MeteredQuery EXPORTS = MeteredQuery.of("cust-1", "feature-exports");
    private static final List<String> ROWS = List.of("a,1", "b,2");

    private final Stigg stigg;
    private final ExportService service;

    ExportServiceTest(Stigg stigg) {
        this.stigg = stigg;
        service = new ExportService(stigg);
    }

    @BeforeEach
    void subscribe() {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
    }

    @Test
    @DisplayName("exports as often as the plan allows, and says when there is more")
    void exportsUpToTheLimit(FakeClock clock) {
        service.export("cust-1", "export-1", ROWS);
        service.export("cust-1", "export-2", ROWS);
        assertThat(service.export("cust-1", "export-3", ROWS)).isEqualTo(new Exported("a,1\nb,2"));

        assertThat(service.export("cust-1", "export-4", ROWS))
                .isEqualTo(new Refused("You have used all of your exports. There are new ones on 2025-01-20."));
        assertThat(stigg.getMeteredEntitlement(EXPORTS.requesting(1)))
                .isDenied(REQUESTED_USAGE_EXCEEDING_LIMIT)
                .hasLimit(3)
                .hasUsage(3);

        clock.advanceTo(Instant.parse("2025-01-20T00:00:00Z"));
        assertThat(service.export("cust-1", "export-4", ROWS)).isInstanceOf(Exported.class);
    }

    @Test
    @DisplayName("exports more during a trial, and then as much as before")
    void exportsMoreDuringTheTrial(FakeClock clock) {
        PlanSelection pro = PlanSelection.of("plan-pro").withQuantity("feature-seats", 3);
        stigg.subscriptions().provision(ProvisionSubscription.of("cust-1", pro));
        assertThat(stigg.getMeteredEntitlement(EXPORTS.requesting(4)))
                .isGranted()
                .hasLimit(10);

        clock.advance(Duration.ofDays(14));
        assertThat(stigg.getMeteredEntitlement(EXPORTS.requesting(4)))
                .isDenied(REQUESTED_USAGE_EXCEEDING_LIMIT)
                .hasLimit(3);
        assertThat(service.export("cust-1", "export-1", ROWS)).isInstanceOf(Exported.class);
    }

    @Test
    @DisplayName("counts an export once though the answer is lost")
    void countsOnce(StiggBackend backend) {
        backend.faults().on(ReportUsage.class).loseNextAnswers(1);

        assertThat(service.export("cust-1", "export-1", ROWS)).isInstanceOf(Exported.class);

        assertThat(stigg.getMeteredEntitlement(EXPORTS)).hasUsage(1);
        assertThat(backend.requests(ReportUsage.class)).hasSize(2);
        assertThat(backend.measurements("cust-1")).hasSize(1);
    }

    @Test
    @DisplayName("asks for patience if Stigg cannot be asked about a customer for the first time")
    void asksForPatience(StiggBackend backend) {
        backend.faults().failNext(1, Faults.unavailable());

        assertThat(service.export("cust-9", "export-1", ROWS))
                .isEqualTo(new Refused("We cannot export right now. Please try again in a minute."));
    }
}
