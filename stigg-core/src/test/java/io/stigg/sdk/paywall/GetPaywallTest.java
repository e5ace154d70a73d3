package io.stigg.sdk.paywall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.catalog.WidgetType;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request for a pricing page")
class GetPaywallTest {
    @Test
    @DisplayName("is about what anybody sees of all products, unless more is said")
    void forAnybody() {
        GetPaywall request = GetPaywall.builder().build();

        assertThat(request)
                .isEqualTo(new GetPaywall(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(GetPaywall.of("product-acme").productId()).hasValue("product-acme");
    }

    @Test
    @DisplayName("says all that was said")
    void saysAll() {
        GetPaywall request = GetPaywall.builder()
                .productId("p")
                .customerId("c")
                .resourceId("r")
                .billingCountryCode("DE")
                .fetchAllCountriesPrices()
                .includeHiddenPlans()
                .context(WidgetType.CHECKOUT)
                .offerId("o")
                .build();

        assertThat(request)
                .isEqualTo(new GetPaywall(
                        Optional.of("p"),
                        Optional.of("c"),
                        Optional.of("r"),
                        Optional.of("DE"),
                        true,
                        true,
                        Optional.of(WidgetType.CHECKOUT),
                        Optional.of("o")));
    }

    @Test
    @DisplayName("has no blank ids, and no widget that nobody knows")
    void refusesWhatCannotBeMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetPaywall.of(" "))
                .withMessage("productId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetPaywall.builder().customerId("").build())
                .withMessage("customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetPaywall.builder().resourceId("").build())
                .withMessage("resourceId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetPaywall.builder().billingCountryCode("").build())
                .withMessage("billingCountryCode must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetPaywall.builder().offerId("").build())
                .withMessage("offerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GetPaywall.builder().context(WidgetType.UNKNOWN).build())
                .withMessage("context must not be UNKNOWN");
    }
}
