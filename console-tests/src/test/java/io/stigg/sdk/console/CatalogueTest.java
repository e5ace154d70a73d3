package io.stigg.sdk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.event.PackagePublished;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of the catalogue")
class CatalogueTest extends ConsoleTest {
    @BeforeEach
    void look() {
        open("catalogue");
        untilShown("main", "Acme", "Acme sites");
    }

    @Test
    @DisplayName("compares the plans of each product: prices, trials, inheritance and what they give")
    void plans() {
        String plans = text("[aria-label='Plans of Acme']");

        assertThat(plans)
                .contains("$10.00 a month", "$10.00 per Seats a month", "14 days", "As agreed")
                .contains("10,000, soft limit, each month", "community, email", "withheld", "500 each month");
        assertThat(texts("[aria-label='Plans of Acme'] .inherited")).contains("10, each week inherited");
        assertThat(text("[aria-label='Plans of Acme sites']")).contains("Site plus", "Own domain");
    }

    @Test
    @DisplayName("tells add-ons: what they cost, give, go with and need")
    void addons() {
        assertThat(text("[aria-label='Add-ons of Acme']"))
                .contains("More calls", "$5.00 a month", "API calls: 1,000, each month", "Basic, Pro")
                .contains("50,000, each month, in place of the plan’s");
    }

    @Test
    @DisplayName("shows a version that is published meanwhile")
    void published() {
        backend.publish(
                backend.catalog().plan("plan-free").orElseThrow().toBuilder()
                        .named("Gratis")
                        .build(),
                PackagePublished.Migration.NEW_CUSTOMERS);

        untilShown("[aria-label='Plans of Acme']", "Gratis");
    }
}
