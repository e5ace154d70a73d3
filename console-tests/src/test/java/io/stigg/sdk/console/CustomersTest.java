package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of customers")
class CustomersTest extends ConsoleTest {
    private final Stigg stigg = backend.newClient();

    @BeforeEach
    void customers() {
        ada();
        stigg.customers().provision(ProvisionCustomer.of("cust-2").subscribedTo(PlanSelection.of("plan-free")));
    }

    @Test
    @DisplayName("lists customers with what they are subscribed to, and finds them by id, name and e-mail")
    void search() {
        open("customers");
        untilShown(".customers", "Ada Lovelace", "cust-1", "plan-basic", "cust-2", "plan-free");

        find("input[type=search]").sendKeys("ADA@");

        patiently().until(() -> texts(".customers li").size() == 1);
        assertThat(text(".customers")).contains("Ada Lovelace");
    }

    @Test
    @DisplayName("shows of each entitlement the verdict, the limit, the usage and when it resets")
    void verdicts() {
        stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 370));

        open("customers/cust-1");

        untilShown(entitlement(CALLS), "Granted", "370 of 3,000 used", "Resets 15 Feb 2025, 10:00 UTC");
        assertThat(find(entitlement(CALLS) + " progress").getDomProperty("value"))
                .isEqualTo("370");
        assertThat(find(entitlement(CALLS) + " progress").getDomProperty("max")).isEqualTo("3000");
        untilShown(entitlement("feature-support"), "allowed are community, email");
    }

    @Test
    @DisplayName("says in words why something is denied")
    void denials() {
        stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 3_001));

        open("customers/cust-1");

        untilShown(
                entitlement(CALLS),
                "Denied",
                "usage and what is requested pass the limit; 3,001 of 3,000 used",
                "RequestedUsageExceedingLimit");
        assertThat(texts(entitlement("feature-sso"))).as("what nothing gives").isEmpty();
        find(".check input").click();
        untilShown(entitlement("feature-sso"), "Denied", "nothing that the customer has gives the feature");
    }

    @Test
    @DisplayName("explains what contributes to an entitlement, what wins and what loses")
    void why() {
        backend.promote("cust-1", Grant.limited(CALLS, 5_000));
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "of 5,000 used");

        find(entitlement(CALLS) + " summary").click();

        untilShown(
                entitlement(CALLS) + " .source:nth-child(1)",
                "3,000",
                "Loses – a smaller limit",
                "plan Basic: 1,000",
                "add-on More calls × 2: 1,000");
        untilShown(entitlement(CALLS) + " .source:nth-child(2)", "Granted beside subscriptions", "Wins");
    }

    @Test
    @DisplayName("shows which credits a wallet holds")
    void credits() {
        stigg.customers()
                .provision(ProvisionCustomer.of("cust-3")
                        .subscribedTo(PlanSelection.of("plan-pro").withoutTrial()));
        open("customers/cust-3");
        untilShown(entitlement("cred-ai"), "500 of 500 credits are left");

        find(entitlement("cred-ai") + " summary").click();

        untilShown(entitlement("cred-ai") + " table", "500 of 500", "15 Feb 2025");
    }

    @Test
    @DisplayName("shows what a resource of a customer has")
    void resource() {
        stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-site-starter").forResource("site-1")));
        open("customers/cust-1");
        untilShown(".customer .field", "site-1");

        find(".customer .field select option[value=site-1]").click();

        untilShown(entitlement("feature-pages"), "0 of 5 used");
        assertThat(browser().getCurrentUrl()).endsWith("#/customers/cust-1/site-1");
    }

    @Test
    @DisplayName("says that there is no such customer")
    void missing() {
        open("customers/nobody");

        untilShown("main", "There is no customer nobody");
    }
}
