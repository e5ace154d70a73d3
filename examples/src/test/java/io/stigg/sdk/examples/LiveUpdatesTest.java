package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The example of live updates")
class LiveUpdatesTest {
    @Test
    @DisplayName("tells of every change, and knows the new limit without asking")
    @Timeout(60)
    void story() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        LiveUpdates.run(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("  ")))
                .containsExactly(
                        "  The web service is told: the entitlements of customer-acme have changed.",
                        "  It checks: 0 of 100 calls used, 1 network call(s).",
                        "  The web service is told: the entitlements of customer-acme have changed.",
                        "  It checks: 0 of 1000 calls used, 0 network call(s).",
                        "  The web service is told: the usage of customer-acme has changed.",
                        "  It checks: 250 of 1000 calls used, 0 network call(s).",
                        "  The web service is told: the entitlements of customer-acme have changed.",
                        "  It checks: 250 of 5000 calls used, 0 network call(s).");
    }
}
