package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@DisplayName("The console is for everyone:")
class AccessibilityTest extends ConsoleTest {
    @BeforeEach
    void customer() {
        ada();
        backend.promote("cust-1", Grant.limited(CALLS, 5_000));
        try (Stigg stigg = backend.newClient()) {
            stigg.reportUsage(ReportUsage.of("cust-1", CALLS, 1_234));
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2} pixels wide")
    @CsvSource({
        "customers, light, 1200",
        "customers/cust-1, light, 1200",
        "customers/cust-1, dark, 1200",
        "customers/cust-1, light, 390",
        "catalogue, light, 1200",
        "catalogue, dark, 390",
        "log, light, 1200",
        "log, dark, 390"
    })
    @DisplayName("axe finds nothing to object to")
    void axe(String place, String scheme, int width) throws IOException {
        look(scheme, width);
        open(place);
        if (place.contains("cust-1")) {
            find(entitlement(CALLS) + " summary").click();
            press("Ask a check", "Ask");
            untilShown("pre.answer", "isGranted");
        } else {
            untilShown("main", place.equals("catalogue") ? "Acme sites" : place.equals("log") ? "Streams" : "Ada");
        }

        assertThat(violations()).isEmpty();
        assertThat(browser().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out to the side")
                .isEqualTo(true);
    }

    @SuppressWarnings("unchecked") // the script returns objects
    private static List<String> violations() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            browser().executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<Map<String, Object>> violations = (List<Map<String, Object>>)
                browser()
                        .executeAsyncScript(
                                "const done = arguments[0];"
                                        + "axe.run().then(result => done(result.violations), failure => done([{id: String(failure)}]))");
        return violations.stream()
                .map(violation -> violation.get("id") + ": " + violation.get("help") + " " + violation.get("nodes"))
                .toList();
    }

    private static WebElement focused() {
        return browser().switchTo().activeElement();
    }

    /** Presses the tabulator until something is focused, as somebody without a mouse does. */
    private static void tabTo(String text) {
        for (int i = 0; i < 120 && !describes(focused(), text); i++) {
            focused().sendKeys(Keys.TAB);
        }
        assertThat(describes(focused(), text))
                .as("%s is reached by the tabulator", text)
                .isTrue();
    }

    private static boolean describes(WebElement element, String text) {
        boolean isControl =
                !element.getTagName().equals("main") && !element.getTagName().equals("body");
        return isControl && (element.getText().contains(text) || text.equals(element.getAccessibleName()));
    }

    @Test
    @DisplayName("the keyboard alone is enough to choose a customer, read why, and report usage")
    void keyboard() {
        open("customers");
        untilShown(".customers", "Ada");

        tabTo("Skip to content");
        focused().sendKeys(Keys.ENTER);
        assertThat(focused().getTagName()).isEqualTo("main");
        tabTo("Ada Lovelace");
        focused().sendKeys(Keys.ENTER);
        untilShown(entitlement(CALLS), "1,234 of 5,000 used");
        tabTo("Why API calls?");
        focused().sendKeys(Keys.ENTER);
        untilShown(entitlement(CALLS) + " .sources", "Wins");
        tabTo("Usage");
        focused().sendKeys(Keys.chord(Keys.CONTROL, "a"), "4", Keys.TAB);
        focused().sendKeys(Keys.ENTER);

        untilShown("pre.sent", "ReportUsage", "\"value\": 4");
    }

    @Test
    @DisplayName("the focus stays where it is when something changes, and goes to a page that is chosen")
    void focus() {
        open("customers/cust-1");
        untilShown(entitlement(CALLS), "1,234 of 5,000 used");
        find(entitlement(CALLS) + " summary").click();

        try (Stigg other = backend.newClient()) {
            other.reportUsage(ReportUsage.of("cust-1", CALLS, 1));
        }
        untilShown(entitlement(CALLS), "1,235 of 5,000 used");
        assertThat(focused().getText()).isEqualTo("Why API calls?");
        assertThat(text(entitlement(CALLS))).contains("Wins");

        find("nav a[href='#/log']").sendKeys(Keys.ENTER);
        untilShown("main", "Pushed events");
        assertThat(focused().getTagName()).isEqualTo("main");
        assertThat(browser().getTitle()).isEqualTo("Log · Stigg emulator");
    }
}
