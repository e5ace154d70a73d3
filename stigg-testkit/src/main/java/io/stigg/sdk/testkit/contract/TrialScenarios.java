package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.testkit.EndReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How customers of the Acme catalogue try a plan, numbered so that each scenario can be named. */
public abstract class TrialScenarios extends Scenarios {
    private static final String TRIAL_END = "2025-01-29T10:00:00Z";

    /** For subclasses. */
    protected TrialScenarios() {}

    private EndReason whyEnded(Subscription subscription) {
        return backend().endReason(subscription.id()).orElseThrow();
    }

    @Test
    @DisplayName("S25: a trial beside a plan gives the best of both, until it ends")
    void besideAPlan() {
        customerOn("plan-basic");
        Subscription trial = subscribe(PlanSelection.builder("plan-pro")
                .trialOverrideConfiguration(TrialOverride.trial())
                .build());

        double calls = limit(CALLS);
        boolean soft = metered(CALLS).hasSoftLimit();
        double seats = limit(SEATS);
        boolean sso = onOff(SSO).hasAccess();
        advanceTo(TRIAL_END);

        assertThat(trial.status()).isEqualTo(Status.IN_TRIAL);
        assertThat(calls).isEqualTo(10_000);
        assertThat(soft).isTrue();
        assertThat(sso).isTrue();
        assertThat(seats).isEqualTo(5);
        assertThat(limit(CALLS)).isEqualTo(1_000);
        assertThat(metered(CALLS).hasSoftLimit()).isFalse();
        assertDenied(onOff(SSO), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertThat(whyEnded(to("plan-pro"))).isEqualTo(EndReason.TRIAL_ENDED);
    }

    @Test
    @DisplayName("S26: the same plan again ends the trial and goes on as a subscription")
    void converted() {
        customerOn(PlanSelection.of("plan-pro"));
        boolean before = onOff(SSO).hasAccess();

        Subscription paid = subscribe(PlanSelection.of("plan-pro"));

        assertThat(before).isTrue();
        assertThat(paid.status()).isEqualTo(Status.ACTIVE);
        assertThat(subscriptions().get(0).status()).isEqualTo(Status.CANCELED);
        assertThat(whyEnded(subscriptions().get(0))).isEqualTo(EndReason.TRIAL_CONVERTED);
        assertGranted(onOff(SSO));
    }

    @Test
    @DisplayName("S27: a plan can be had without its trial")
    void withoutTrial() {
        customer();

        Subscription made = made(ProvisionSubscription.builder("cust-1", PlanSelection.of("plan-pro"))
                .skipTrial()
                .build());

        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(made.trialEndDate()).isEmpty();
    }

    @Test
    @DisplayName("S28: nobody tries a product twice")
    void onceOnly() {
        customerOn(PlanSelection.of("plan-pro"));
        advanceTo(TRIAL_END);

        Subscription made = subscribe(PlanSelection.of("plan-pro"));

        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(made.trialEndDate()).isEmpty();
    }

    @Test
    @DisplayName("S29: a trial is cancelled at once, or not at all")
    void cancelled() {
        customerOn(PlanSelection.of("plan-pro"));
        CancelSubscription.Builder cancellation =
                CancelSubscription.builder(to("plan-pro").id());

        assertThat(refusal(cancellation.atEndOfBillingPeriod().build()))
                .isEqualTo(ErrorCode.TRIAL_MUST_BE_CANCELLED_IMMEDIATELY);
        Subscription cancelled = ask(cancellation.immediately().build());

        assertThat(cancelled.status()).isEqualTo(Status.CANCELED);
        assertDenied(onOff(SSO), NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S30: a trial that converts goes on as the same subscription")
    void converts() {
        customerOn(PlanSelection.builder("plan-pro")
                .trialOverrideConfiguration(TrialOverride.trial().then(TrialEndBehavior.CONVERT_TO_PAID))
                .build());
        String id = to("plan-pro").id();

        advanceTo(TRIAL_END);

        assertThat(subscriptions()).singleElement().satisfies(subscription -> {
            assertThat(subscription.id()).isEqualTo(id);
            assertThat(subscription.status()).isEqualTo(Status.ACTIVE);
        });
        assertGranted(onOff(SSO));
    }
}
