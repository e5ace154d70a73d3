package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CancellationAction;
import io.stigg.sdk.subscription.DelegateSubscriptionToCustomer;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.MigratedSubscription;
import io.stigg.sdk.subscription.MigrationTime;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ScheduleStatus;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import io.stigg.sdk.testkit.catalog.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What the changes of {@link io.stigg.sdk.subscription.Subscriptions} that leave terms alone come to, whichever way they
 * take to Stigg.
 */
@DisplayName("Subscriptions that are changed")
public abstract class SubscriptionChangesContract extends OperationsContract {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");
    private static final Instant NEXT_MONTH = Instant.parse("2025-02-15T10:00:00Z");
    private static final String ID = "sub-1";

    /** For subclasses. */
    protected SubscriptionChangesContract() {}

    private void given(String planId) {
        givenCustomer("cust-1", PlanSelection.of(planId).withoutTrial().withSubscriptionId(ID));
    }

    private Subscription read() {
        return ask(new GetSubscription(ID)).subscription();
    }

    private boolean hasAnalytics() {
        return backend()
                .entitlement(BooleanQuery.of("cust-1", "feature-analytics"))
                .denial()
                .isEmpty();
    }

    @Nested
    @DisplayName("by cancellation")
    class Cancelled {
        @Test
        @DisplayName("end now, unless another time is given")
        void atOnce() {
            given("plan-basic");

            Subscription cancelled = ask(CancelSubscription.of(ID));

            assertThat(cancelled.status()).isEqualTo(Status.CANCELED);
            assertThat(cancelled.cancellationDate()).contains(START);
            assertThat(read()).isEqualTo(cancelled);
            assertThat(hasAnalytics()).isFalse();
        }

        @Test
        @DisplayName("go on to the end of the billing period, if they are cancelled then")
        void atEndOfPeriod() {
            given("plan-basic");

            Subscription cancelled = ask(CancelSubscription.builder(ID)
                    .atEndOfBillingPeriod()
                    .action(CancellationAction.REVOKE_ENTITLEMENTS)
                    .prorate(false)
                    .awaitSubscriptionCancellation(true)
                    .build());
            boolean before = hasAnalytics();
            backend().clock().advance(Duration.between(START, NEXT_MONTH));

            assertThat(cancelled.status()).isEqualTo(Status.ACTIVE);
            assertThat(cancelled.cancellationDate()).contains(NEXT_MONTH);
            assertThat(before).isTrue();
            assertThat(hasAnalytics()).isFalse();
            assertThat(read().status()).isEqualTo(Status.CANCELED);
        }

        @Test
        @DisplayName("go on to an instant, if they are cancelled then")
        void atDate() {
            given("plan-free");
            Instant end = START.plus(Duration.ofDays(3));

            Subscription cancelled = ask(CancelSubscription.builder(ID).at(end).build());

            assertThat(cancelled.status()).isEqualTo(Status.ACTIVE);
            assertThat(cancelled.effectiveEndDate()).contains(end);
        }

        @Test
        @DisplayName("cannot end in the past, without a period at its end, or twice")
        void refused() {
            given("plan-free");
            CancelSubscription.Builder cancellation = CancelSubscription.builder(ID);

            assertThat(refusal(cancellation.at(START).build())).isEqualTo(ErrorCode.INVALID_CANCELLATION_DATE);
            assertThat(refusal(cancellation.atEndOfBillingPeriod().build()))
                    .isEqualTo(ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD);
            ask(cancellation.immediately().build());
            assertThat(refusal(cancellation.build())).isEqualTo(ErrorCode.SUBSCRIPTION_ALREADY_CANCELED_OR_EXPIRED);
            assertThat(refusal(CancelSubscription.of("other"))).isEqualTo(ErrorCode.SUBSCRIPTION_NOT_FOUND);
        }

        @Test
        @DisplayName("have no updates to cancel where none are scheduled")
        void noUpdates() {
            given("plan-basic");

            assertThat(refusal(CancelSubscriptionUpdates.scheduled(ID))).isEqualTo(ErrorCode.FUTURE_UPDATE_NOT_FOUND);
            assertThat(refusal(CancelSubscriptionUpdates.pendingPayment(ID)))
                    .isEqualTo(ErrorCode.FUTURE_UPDATE_NOT_FOUND);
        }
    }

    @Nested
    @DisplayName("by migration to the latest version")
    class Migrated {
        private boolean mayCall(int times) {
            return backend()
                    .entitlement(MeteredQuery.of("cust-1", "feature-api-calls").requesting(times))
                    .denial()
                    .isEmpty();
        }

        @Test
        @DisplayName("have what that has, and cannot go any further")
        void migrated() {
            given("plan-free");
            backend()
                    .publish(
                            backend().catalog().plan("plan-free").orElseThrow().toBuilder()
                                    .grants("feature-analytics")
                                    .build(),
                            Migration.NEW_CUSTOMERS);
            boolean before = hasAnalytics();

            MigratedSubscription migrated = ask(MigrateSubscriptionToLatest.of(ID));

            assertThat(migrated).isEqualTo(new MigratedSubscription(ID, "cust-1", Optional.empty()));
            assertThat(before).isFalse();
            assertThat(hasAnalytics()).isTrue();
            assertThat(mayCall(100)).isTrue();
            assertThat(refusal(MigrateSubscriptionToLatest.of(ID)))
                    .isEqualTo(ErrorCode.SUBSCRIPTION_ALREADY_ON_LATEST_PLAN_ERROR);
        }
    }

    @Nested
    @DisplayName("that are to be migrated at the end of the billing period")
    class ToBeMigrated {
        private void givenScheduled() {
            given("plan-basic");
            Plan plan = backend().catalog().plan("plan-basic").orElseThrow();
            backend().publish(plan.toBuilder().grants("feature-sso").build(), Migration.NEW_CUSTOMERS);
            ask(MigrateSubscriptionToLatest.of(ID).at(MigrationTime.END_OF_BILLING_PERIOD));
        }

        private boolean hasSso() {
            return backend()
                    .entitlement(BooleanQuery.of("cust-1", "feature-sso"))
                    .denial()
                    .isEmpty();
        }

        @Test
        @DisplayName("say so, and are then")
        void scheduled() {
            givenScheduled();

            List<ScheduledUpdate> updates = ask(new GetSubscription(ID)).scheduledUpdates();
            boolean before = hasSso();
            backend().clock().advance(Duration.between(START, NEXT_MONTH));

            assertThat(updates)
                    .containsExactly(new ScheduledUpdate(
                            ScheduleType.MIGRATE_TO_LATEST,
                            ScheduleStatus.SCHEDULED,
                            NEXT_MONTH,
                            Optional.empty(),
                            Optional.empty()));
            assertThat(before).isFalse();
            assertThat(read().status()).isEqualTo(Status.ACTIVE);
            assertThat(hasSso()).isTrue();
        }

        @Test
        @DisplayName("cannot be once more, and need not be at all")
        void cancelled() {
            givenScheduled();

            ErrorCode again = refusal(MigrateSubscriptionToLatest.of(ID).at(MigrationTime.END_OF_BILLING_PERIOD));
            String answer = ask(CancelSubscriptionUpdates.scheduled(ID));
            backend().clock().advance(Duration.between(START, NEXT_MONTH));

            assertThat(again).isEqualTo(ErrorCode.SCHEDULED_MIGRATION_ALREADY_EXISTS_ERROR);
            assertThat(answer).isEqualTo(ID);
            assertThat(ask(new GetSubscription(ID)).scheduledUpdates()).isEmpty();
            assertThat(hasSso()).isFalse();
        }
    }

    @Nested
    @DisplayName("by transfer to another resource")
    class Transferred {
        private void givenSite() {
            ask(ProvisionCustomer.of("cust-1")
                    .subscribedTo(PlanSelection.of("plan-site-plus")
                            .withSubscriptionId(ID)
                            .forResource("site-1")));
        }

        private boolean hasDomain(String site) {
            return backend()
                    .entitlement(BooleanQuery.of("cust-1", "feature-domain").forResource(site))
                    .denial()
                    .isEmpty();
        }

        @Test
        @DisplayName("entitle the other resource, and no longer the one")
        void byId() {
            givenSite();

            Subscription moved = ask(TransferSubscriptionToResource.of(ID, "site-2"));

            assertThat(moved.resourceId()).contains("site-2");
            assertThat(read().resourceId()).contains("site-2");
            assertThat(hasDomain("site-1")).isFalse();
            assertThat(hasDomain("site-2")).isTrue();
        }

        @Test
        @DisplayName("are found by the resource that has them, in the older way")
        @SuppressWarnings("deprecation") // what is deprecated works
        void byResource() {
            givenSite();

            Subscription moved = ask(new TransferSubscription("cust-1", "site-1", "site-2"));

            assertThat(moved.id()).isEqualTo(ID);
            assertThat(moved.resourceId()).contains("site-2");
            assertThat(refusal(new TransferSubscription("cust-1", "site-1", "site-2")))
                    .isEqualTo(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND);
        }

        @Test
        @DisplayName("stay where they are if the other has one, or can have none")
        void refused() {
            givenSite();
            ask(ProvisionSubscription.of(
                    "cust-1", PlanSelection.of("plan-site-starter").forResource("site-2")));

            assertThat(refusal(TransferSubscriptionToResource.of(ID, "site-2")))
                    .isEqualTo(ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED);
            assertThat(refusal(TransferSubscriptionToResource.toCustomer(ID)))
                    .isEqualTo(ErrorCode.INVALID_ARGUMENT_ERROR);
            assertThat(read().resourceId()).contains("site-1");
        }
    }

    @Nested
    @DisplayName("by delegation to another customer")
    class Delegated {
        @Test
        @DisplayName("are paid by the other, and entitle the one")
        void delegated() {
            given("plan-basic");
            ask(ProvisionCustomer.of("payer"));

            Subscription delegated = ask(DelegateSubscriptionToCustomer.of(ID, "payer"));

            assertThat(delegated.customerId()).isEqualTo("cust-1");
            assertThat(ask(new GetSubscription(ID)).payingCustomerId()).contains("payer");
            assertThat(hasAnalytics()).isTrue();
        }

        @Test
        @DisplayName("come back to who holds them")
        void back() {
            given("plan-basic");
            ask(ProvisionCustomer.of("payer"));
            ask(DelegateSubscriptionToCustomer.of(ID, "payer"));

            ask(DelegateSubscriptionToCustomer.backToHolder(ID));

            assertThat(ask(new GetSubscription(ID)).payingCustomerId()).isEmpty();
            assertThat(refusal(DelegateSubscriptionToCustomer.of(ID, "nobody")))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        }
    }
}
