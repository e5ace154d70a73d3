package io.stigg.sdk.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Finds and starts a Chromium without a window, which calls nobody but the pages under test. */
final class Browser {
    private static final List<String> CHROMIUMS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver");

    private static final String MISSING = """

            ##########################################################################################
            # NO BROWSER: the console is NOT TESTED here.                                            #
            # The tests need Chromium and ChromeDriver, in Debian: apt-get install chromium chromium-driver #
            ##########################################################################################
            """;

    private Browser() {}

    static ChromeDriver start() {
        Optional<String> chromium = first(CHROMIUMS);
        Optional<String> driver = first(DRIVERS);
        if (chromium.isEmpty() || driver.isEmpty()) {
            System.err.println(MISSING);
            if ("required".equals(System.getProperty("console.browser"))) {
                Assertions.fail(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium.orElseThrow())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1200,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(driver.orElseThrow()))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<String> first(List<String> places) {
        return Stream.of(places.toArray(String[]::new))
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
    }
}
