package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@DisplayName("The console is safe:")
class SafetyTest extends ConsoleTest {
    private static final String HOSTILE = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>";

    @Test
    @DisplayName("a hostile name is shown as it is written, and does nothing")
    void hostileName() {
        try (Stigg stigg = backend.newClient()) {
            stigg.customers()
                    .provision(ProvisionCustomer.builder("../\"><b>cust&#1")
                            .name(HOSTILE)
                            .build());
        }
        open("customers");
        untilShown(".customers", HOSTILE, "../\"><b>cust&#1");

        find(".customers a").click();

        untilShown(".customer h2", HOSTILE);
        assertThat(browser().executeScript("return window.owned")).isNull();
        assertThat(browser().findElements(By.cssSelector("main img, main b"))).isEmpty();
    }

    @Test
    @DisplayName("nothing is loaded from elsewhere, and the browser is told not to")
    void nothingFromElsewhere() {
        ada();
        open("customers/cust-1");
        untilShown("svg.bars", "Basic");

        assertThat(loaded())
                .isNotEmpty()
                .allMatch(url -> url.startsWith(emulator.uri().toString()));
        assertThat(
                        browser()
                                .executeAsyncScript(
                                        "const done = arguments[0];"
                                                + "fetch('http://127.0.0.1:1/').then(() => done('sent'),"
                                                + " () => setTimeout(() => done('refused'), 100));"
                                                + "addEventListener('securitypolicyviolation', event => done(event.violatedDirective))"))
                .isEqualTo("connect-src");
    }

    @Test
    @DisplayName("it takes few and small files to show it")
    void fewFiles() {
        ada();
        open("customers/cust-1");
        untilShown("svg.bars", "Basic");

        Object bytes = browser()
                .executeScript("return performance.getEntriesByType('resource')"
                        + ".filter(entry => entry.name.includes('/console/'))"
                        + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
        assertThat(loaded().stream().filter(url -> url.contains("/console/"))).hasSizeLessThanOrEqualTo(12);
        assertThat(((Number) bytes).intValue()).isBetween(1, 40_000);
    }

    @SuppressWarnings("unchecked") // the script returns texts
    private static List<String> loaded() {
        return (List<String>)
                browser().executeScript("return performance.getEntriesByType('resource').map(entry => entry.name)");
    }

    @Test
    @DisplayName("where the emulator wants a key, so does the console, and it shows nothing without")
    void key() {
        ada();
        try (StiggEmulator locked =
                StiggEmulator.serving(backend).apiKey("secret-key").start()) {
            browser().get(locked.uri() + "/#/customers/cust-1");
            untilShown("main", "asks for an API key");
            assertThat(text("body")).doesNotContain("Ada");

            find("input[type=password]").sendKeys("wrong");
            find("form button").click();
            untilShown("main", "asks for an API key");

            find("input[type=password]").clear();
            find("input[type=password]").sendKeys("secret-key");
            find("form button").click();
            untilShown(entitlement(CALLS), "of 3,000 used");
        }
    }
}
