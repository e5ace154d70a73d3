package io.stigg.sdk.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.billing.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request about a subscription")
class SubscriptionChangeRequestsTest {
    private static final Instant LATER = Instant.parse("2025-02-01T00:00:00Z");

    @Test
    @DisplayName("cancels at a date only with the date, and has no date otherwise")
    void cancellationDate() {
        CancelSubscription atDate =
                CancelSubscription.builder("sub-1").at(LATER).build();
        CancelSubscription changedMind =
                CancelSubscription.builder("sub-1").at(LATER).immediately().build();

        assertThat(atDate.cancellationTime()).contains(CancellationTime.SPECIFIC_DATE);
        assertThat(changedMind.endDate()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CancelSubscription(
                        "sub-1",
                        Optional.of(CancellationTime.IMMEDIATE),
                        Optional.of(LATER),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .withMessageContaining("endDate");
    }

    @Test
    @DisplayName("cancels updates that are scheduled or wait for a payment, and no others")
    void cancelledUpdates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CancelSubscriptionUpdates("sub-1", Optional.of(ScheduleStatus.DONE)))
                .withMessageContaining("status")
                .withMessageContaining("DONE");
    }

    @Test
    @DisplayName("asks for one resource or several, and not for both")
    void resources() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetActiveSubscriptionsList("cust-1", Optional.of("a"), List.of("b")))
                .withMessageContaining("resourceIds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GetActiveSubscriptions.of("cust-1").forResources(List.of()))
                .withMessageContaining("resourceIds");
    }

    @Test
    @DisplayName("asks for something by a filter, or does not have it")
    void filters() {
        assertThat(IdFilter.of(List.of("a")).eq()).contains("a");
        assertThat(IdFilter.of(List.of("a", "b")).in()).containsExactly("a", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> IdFilter.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusFilter.of(List.of(Subscription.Status.UNKNOWN)));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFilter.between(LATER, LATER.minusMillis(1)));
    }

    @Test
    @DisplayName("refuses to work out a price with terms that cannot be said")
    void unpreviewableTerms() {
        PlanSelection agreed = PlanSelection.builder("plan-1")
                .minimumSpend(Money.of("100", "USD"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EstimateSubscription.of("cust-1", agreed))
                .withMessageContaining("minimumSpend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreviewSubscription.of("cust-1", agreed))
                .withMessageContaining("minimumSpend");
    }
}
