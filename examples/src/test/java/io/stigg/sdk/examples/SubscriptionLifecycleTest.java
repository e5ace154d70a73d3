package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The example of a subscription's life")
class SubscriptionLifecycleTest {
    @Test
    @DisplayName("tells what became of the subscription at each step, and what the customer may use")
    @Timeout(60)
    void story() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SubscriptionLifecycle.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                FakeClock.at(Instant.parse("2026-03-10T12:00:00Z")));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "A customer subscribes to Basic.",
                        "  Basic is ACTIVE",
                        "  API calls allowed: 1000",
                        "What would Pro with five seats cost?",
                        "  At once 100 USD, then each month 100 USD",
                        "The customer upgrades.",
                        "  Pro is ACTIVE",
                        "  API calls allowed: 10000",
                        "The customer wants to go back to Basic when the month that is paid has ended.",
                        "  Pro is ACTIVE, to be changed on 2026-04-10: DOWNGRADE",
                        "  API calls allowed: 10000",
                        "The customer thinks better of it.",
                        "  Pro is ACTIVE",
                        "  API calls allowed: 10000",
                        "The customer cancels, for the end of the month.",
                        "  Pro is ACTIVE, ends 2026-04-10",
                        "  API calls allowed: 10000",
                        "The customer cancels at once.",
                        "  Pro is CANCELED, ends 2026-03-10",
                        "  API calls allowed: 0");
    }
}
