package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.subscription.Subscription;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@DisplayName("On the console one can try:")
class TryItTest extends ConsoleTest {
    @BeforeEach
    void customer() {
        ada();
        open("customers/cust-1");
        untilShown(".cards", "Ask a check", "Report usage", "Grant beside subscriptions", "Payment");
    }

    @Test
    @DisplayName("a check with a requested usage, which shows what was sent and what was answered")
    void check() {
        fill("Ask a check", "Of", "API calls");
        fill("Ask a check", "Requested usage", "3001");
        press("Ask a check", "Ask");

        untilShown("pre.sent", "query GetEntitlement", "entitlementV2", "\"requestedUsage\": 3001", CALLS);
        untilShown("pre.answer", "\"isGranted\": false", "RequestedUsageExceedingLimit");
    }

    @Test
    @DisplayName("reports of usage, added and set")
    void usage() {
        fill("Report usage", "Of", "API calls");
        fill("Report usage", "Usage", "30");
        press("Report usage", "Add it");
        untilShown(entitlement(CALLS), "30 of 3,000 used");
        untilShown("pre.sent", "mutation ReportUsage", "DELTA");

        press("Report usage", "Add it");
        untilShown(entitlement(CALLS), "60 of 3,000 used");

        press("Report usage", "Set to it");
        untilShown(entitlement(CALLS), "30 of 3,000 used");
    }

    @Test
    @DisplayName("promotions, granted and revoked")
    void promotions() {
        fill("Grant beside subscriptions", "Feature", "API calls");
        fill("Grant beside subscriptions", "Limit, none for unlimited", "9000");
        press("Grant beside subscriptions", "Grant");
        untilShown(entitlement(CALLS), "of 9,000 used");
        untilShown("pre.sent", "mutation GrantPromotionalEntitlements");

        press("Grant beside subscriptions", "Revoke");
        untilShown(entitlement(CALLS), "of 3,000 used");
        untilShown("pre.sent", "mutation RevokePromotionalEntitlement");
    }

    @Test
    @DisplayName("another plan")
    void plan() {
        fill("Subscribe, or change the plan", "Plan", "Enterprise (Acme)");
        press("Subscribe, or change the plan", "Subscribe");

        untilShown(entitlement(CALLS), "unlimited");
        untilShown("pre.sent", "mutation ProvisionSubscription", "plan-ent");
        untilShown("svg.bars", "Basic", "Enterprise");
    }

    @Test
    @DisplayName("time")
    void clock() {
        press("Clock", "+ 30 days");
        untilShown(".clock", "14 Feb 2025, 10:00 UTC");

        fill("Advance the clock", "By, such as PT1H or P30D", "PT90M");
        press("Advance the clock", "Advance");

        untilShown(".clock", "14 Feb 2025, 11:30 UTC");
        untilShown("pre.sent", "POST /control/clock", "\"advance\": \"PT90M\"");
        assertThat(backend.now()).isEqualTo(Instant.parse("2025-02-14T11:30:00Z"));
    }

    @Test
    @DisplayName("a checkout, which is completed")
    void checkout() {
        find("[aria-label=Payment] input").click();
        patiently().until(backend::isBillingConnected);
        fill("Subscribe, or change the plan", "Plan", "Pro (Acme)");
        find("[aria-label='Subscribe, or change the plan'] input[type=checkbox]")
                .click();
        press("Subscribe, or change the plan", "Subscribe");
        untilShown("[aria-label=Payment]", "checkout-1", "plan-pro");
        untilShown("pre.answer", "PAYMENT_REQUIRED");

        press("Payment", "Complete");

        untilShown("[aria-label=Payment]", "No checkout is open");
        untilShown(entitlement(CALLS), "10,000 (a soft limit) used");
        untilShown("pre.sent", "POST /control/checkouts", "\"action\": \"complete\"");
        assertThat(backend.subscriptions("cust-1"))
                .filteredOn(each -> each.status() == Subscription.Status.ACTIVE)
                .extracting(Subscription::planId)
                .containsExactly("plan-pro");
    }

    @Test
    @DisplayName("what is refused, and the refusal is shown")
    void refusal() {
        fill("Grant beside subscriptions", "Feature", "Legacy reports");
        press("Grant beside subscriptions", "Revoke");

        patiently()
                .until(() -> !browser()
                        .findElements(By.cssSelector(".trial .failure"))
                        .isEmpty());
        assertThat(find(".trial .failure").getDomAttribute("role")).isEqualTo("alert");
    }
}
