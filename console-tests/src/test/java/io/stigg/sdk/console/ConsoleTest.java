package io.stigg.sdk.console;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at the console of an emulator through a browser, as people do: by what is to be read on the page. */
abstract class ConsoleTest {
    static final String CALLS = "feature-api-calls";

    private static ChromeDriver browser;

    final StiggBackend backend = StiggBackend.acme();
    final StiggEmulator emulator = StiggEmulator.serving(backend).start();

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @AfterEach
    void close() {
        emulator.close();
        look("light", 1200);
    }

    static ChromeDriver browser() {
        return browser;
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20)).ignoreExceptions();
    }

    /** A customer on the plan Basic with two add-ons. */
    void ada() {
        try (Stigg stigg = backend.newClient()) {
            stigg.customers()
                    .provision(ProvisionCustomer.builder("cust-1")
                            .name("Ada Lovelace")
                            .email("ada@example.com")
                            .subscription(PlanSelection.of("plan-basic").withAddon("addon-calls", 2))
                            .build());
        }
    }

    Stigg client() {
        return Stigg.builder()
                .transport(
                        HttpTransport.withApiKey("any").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(10))
                .build();
    }

    void open(String place) {
        browser.get("about:blank");
        browser.get(emulator.uri() + "/#/" + place);
        patiently().until(() -> text(".connection").equals("Live"));
    }

    /** Waits for what is shown at a place to have some text in it. */
    static void untilShown(String css, String... texts) {
        patiently().until(() -> List.of(texts).stream().allMatch(text(css)::contains));
    }

    /** Returns what is to be read at a place. */
    static String text(String css) {
        return find(css).getText();
    }

    static WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    static List<String> texts(String css) {
        return browser.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    static String entitlement(String id) {
        return ".entitlement[data-id='" + id + "']";
    }

    /** Fills a field in, by the label that people read. */
    static void fill(String form, String label, String value) {
        WebElement field = patiently().until(() -> field(form, label), found -> found != null);
        if (field.getTagName().equals("select")) {
            field.findElement(By.xpath("./option[normalize-space()='" + value + "']"))
                    .click();
        } else {
            field.clear();
            field.sendKeys(value);
        }
    }

    private static WebElement field(String form, String label) {
        return browser.findElement(By.xpath("//*[@aria-label='" + form + "']//label[span[normalize-space()='" + label
                + "']]/*[self::input or self::select]"));
    }

    static void press(String form, String button) {
        browser.findElement(By.xpath("//*[@aria-label='" + form + "']//button[normalize-space()='" + button + "']"))
                .click();
    }

    /** Looks at the page in a colour scheme and a width. */
    static void look(String scheme, int width) {
        if (browser != null) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        }
    }
}
