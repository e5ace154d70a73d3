package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of {@code docs/emulator.md}: {@code ./mvnw verify -pl console-tests -am -Dtest=PicturesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dconsole.pictures=$PWD/docs/pictures}. Without the last, they go to {@code target}.
 */
@DisplayName("A picture")
class PicturesTest extends ConsoleTest {
    @BeforeEach
    void past() {
        ada();
        try (Stigg stigg = backend.newClient()) {
            stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 370));
            backend.clock().advance(Duration.ofDays(10));
            stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 1_400));
            backend.clock().advance(Duration.ofDays(30));
            stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 450));
            stigg.customers()
                    .provision(ProvisionCustomer.builder("cust-2")
                            .name("Grace Hopper")
                            .subscription(PlanSelection.of("plan-pro"))
                            .build());
        }
        backend.promote("cust-1", Grant.limited(CALLS, 5_000));
    }

    private static void take(String name, int height) throws IOException {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 1200, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Object data = browser()
                .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false))
                .get("data");
        Path folder = Path.of(System.getProperty("console.pictures", "target/pictures"));
        Files.createDirectories(folder);
        Path picture = folder.resolve(name + ".png");
        Files.write(picture, Base64.getDecoder().decode(String.valueOf(data)));
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    @DisplayName("of a customer's entitlements, one of them explained")
    void customer() throws IOException {
        open("customers/cust-1");
        untilShown("svg.usage", "limit");
        find(entitlement(CALLS) + " summary").click();
        untilShown(entitlement(CALLS) + " .sources", "Wins");

        take("console-customer", 1000);
    }

    @Test
    @DisplayName("of what can be tried, and of the timeline")
    void trying() throws IOException {
        open("customers/cust-1");
        untilShown("svg.usage", "limit");
        fill("Ask a check", "Of", "API calls");
        fill("Ask a check", "Requested usage", "4000");
        press("Ask a check", "Ask");
        untilShown("pre.answer", "isGranted");
        browser().executeScript("document.getElementById('actions').scrollIntoView()");

        take("console-try", 1250);
    }

    @Test
    @DisplayName("of the timeline")
    void timeline() throws IOException {
        try (Stigg stigg = backend.newClient()) {
            stigg.subscriptions().provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-pro")));
            stigg.subscriptions()
                    .provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-ent"))
                            .startingAt(Instant.parse("2025-03-20T00:00:00Z")));
        }
        open("customers/cust-1");
        untilShown("svg.bars", "Enterprise");
        find("[aria-labelledby=timeline] option[value=" + CALLS + "]").click();
        untilShown("svg.usage", "limit");

        browser().executeScript("document.getElementById('timeline').scrollIntoView()");
        take("console-timeline", 750);
    }

    @Test
    @DisplayName("of the catalogue, in the dark")
    void catalogue() throws IOException {
        look("dark", 1200);
        open("catalogue");
        untilShown("main", "Acme sites");

        take("console-catalogue", 1000);
    }
}
