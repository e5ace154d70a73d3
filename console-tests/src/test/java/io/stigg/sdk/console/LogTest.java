package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.emulator.HttpFault;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@DisplayName("The log")
class LogTest extends ConsoleTest {
    private static final String REQUESTS = "[aria-labelledby=requests] tbody";

    @BeforeEach
    void look() {
        ada();
        open("log");
        untilShown("main", "Requests", "Pushed events", "Streams", "Faults");
    }

    private void report(Stigg client, int usage) {
        client.reportUsage(ReportUsage.of("cust-1", CALLS, usage));
    }

    private static void button(String name) {
        browser()
                .findElement(By.xpath("//button[normalize-space()='" + name + "']"))
                .click();
    }

    @Test
    @DisplayName("shows each request with its operation, outcome, duration and client")
    void requests() {
        try (Stigg client = client()) {
            report(client, 1);

            untilShown(REQUESTS, "ReportUsage", "200", "ms");
            assertThat(text(REQUESTS).toLowerCase(Locale.ROOT)).contains("java");
        }
    }

    @Test
    @DisplayName("shows requests that are refused by their code, and those without an answer")
    void failures() {
        emulator.faults().add(HttpFault.refuse().times(1).only("ReportUsage"));
        try (Stigg client = client()) {
            client.sendAsync(ReportUsage.of("nobody", CALLS, 1))
                    .exceptionally(refused -> null)
                    .join();

            untilShown(REQUESTS, "no answer");
            untilShown(REQUESTS, "CustomerNotFound");
        }
    }

    @Test
    @DisplayName("shows what is pushed, and who is connected to what")
    void streams() {
        try (Stigg client = client()) {
            client.awaitReady(Duration.ofSeconds(10));
            untilShown("[aria-labelledby=streams]", "1 open");
            patiently().until(() -> text("[aria-labelledby=streams]").contains("Updated"));

            report(client, 3);

            untilShown("[aria-labelledby=pushes]", "usageUpdatedV2 · cust-1 · " + CALLS);
        }
        untilShown("[aria-labelledby=streams]", "0 open");
    }

    @Test
    @DisplayName("shows which faults are switched on")
    void faults() {
        emulator.faults().add(HttpFault.status(503).times(2).only("graphql"));
        emulator.streams().goSilent();
        browser().navigate().refresh();

        untilShown("[aria-labelledby=faults]", "status 503 × 2 only graphql");
        untilShown("[aria-labelledby=streams]", "Faults: silent");
    }

    /** How often the page has asked for the log. */
    private static long questions() {
        return (Long) browser()
                .executeScript("return performance.getEntriesByType('resource')"
                        + ".filter(entry => entry.name.includes('/control/exchanges')).length");
    }

    @Test
    @DisplayName("stands still while it is paused, and catches up")
    void paused() {
        try (Stigg client = client()) {
            report(client, 1);
            untilShown(REQUESTS, "ReportUsage");
            button("Pause");
            int before = texts(REQUESTS + " tr").size();
            long questions = questions();

            report(client, 1);
            patiently().until(() -> questions() > questions);
            patiently().until(() -> emulator.requests().size() > 1);
            assertThat(texts(REQUESTS + " tr")).hasSize(before);

            button("Pause");
            patiently().until(() -> texts(REQUESTS + " tr").size() > before);
        }
    }

    @Test
    @DisplayName("shows only what contains a text, and is cleared")
    void filtered() {
        try (Stigg client = client()) {
            report(client, 1);
            client.customers().get("cust-1");
            untilShown(REQUESTS, "ReportUsage", "GetCustomerById");

            find("input[type=search]").sendKeys("reportusage");
            patiently().until(() -> !text(REQUESTS).contains("GetCustomerById"));
            assertThat(text(REQUESTS)).contains("ReportUsage");

            find("input[type=search]").clear();
            button("Clear");
            patiently().until(() -> text("[aria-labelledby=requests]").contains("Nothing was asked"));
        }
    }
}
