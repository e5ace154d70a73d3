package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The timeline of a customer")
class TimelineTest extends ConsoleTest {
    private final Stigg stigg = backend.newClient();

    @Test
    @DisplayName("shows trials, what has ended, and what is scheduled")
    void subscriptions() {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
        backend.clock().advance(Duration.ofDays(3));
        stigg.subscriptions().provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-pro")));
        stigg.subscriptions()
                .provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-ent"))
                        .startingAt(Instant.parse("2025-06-01T00:00:00Z")));

        open("customers/cust-1");

        untilShown("svg.bars", "Free", "Pro", "Enterprise", "now");
        untilShown("[aria-labelledby=timeline] table", "in trial", "1 Feb 2025", "not started", "1 Jun 2025");
        assertThat(texts(".bars .in_trial .trial"))
                .as("the part that is a trial")
                .hasSize(1);
    }

    @Test
    @DisplayName("shows usage against its limit, with the marks of resets")
    void usage() {
        ada();
        stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 370));
        backend.clock().advance(Duration.ofDays(10));
        stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 1_000));
        backend.clock().advance(Duration.ofDays(30));
        stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 50));

        open("customers/cust-1");

        untilShown("svg.usage", "limit 3,000");
        assertThat(find("svg.usage .line").getDomAttribute("d")).contains("V");
        assertThat(texts("svg.usage .reset")).isNotEmpty();
        find("[aria-labelledby=timeline] details summary").click();
        untilShown(".points", "1,370", "periodic reset");
    }

    @Test
    @DisplayName("shows what is cancelled meanwhile")
    void cancelled() {
        ada();
        String id = backend.subscriptions("cust-1").get(0).id();
        open("customers/cust-1");
        untilShown("[aria-labelledby=timeline] table", "active");

        stigg.subscriptions().cancel(CancelSubscription.of(id));

        untilShown("[aria-labelledby=timeline] table", "canceled");
    }
}
