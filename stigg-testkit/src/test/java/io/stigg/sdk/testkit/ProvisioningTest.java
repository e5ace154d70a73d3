package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Provisioning in the backend")
class ProvisioningTest {
    private static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");

    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    private List<Status> statuses() {
        return backend.subscriptions("cust-1").stream()
                .map(Subscription::status)
                .toList();
    }

    @Nested
    @DisplayName("a customer")
    class ACustomer {
        @Test
        @DisplayName("without a selection gets no subscription")
        void withoutSubscription() {
            ProvisionedCustomer outcome = stigg.ask(ProvisionCustomer.of("cust-1"));

            assertThat(outcome.decision()).isEqualTo(ProvisionedCustomer.Decision.SKIPPED_SUBSCRIPTION_CREATION);
            assertThat(outcome.subscription()).isEmpty();
            assertThat(outcome.entitlements().orElseThrow().denial())
                    .contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        }

        @Test
        @DisplayName("that is there already is updated by what is said, and keeps the rest")
        void isUpdated() {
            stigg.ask(ProvisionCustomer.of("cust-1")
                    .withName("Old")
                    .withEmail("a@b.c")
                    .withMetadata("k", "1"));
            stigg.advanceTo("2025-01-16T00:00:00Z");

            stigg.ask(ProvisionCustomer.of("cust-1").withName("New").withMetadata("l", "2"));

            var customer = backend.customer("cust-1").orElseThrow();
            assertThat(customer.name()).contains("New");
            assertThat(customer.email()).contains("a@b.c");
            assertThat(customer.metadata()).containsEntry("k", "1").containsEntry("l", "2");
            assertThat(customer.createdAt()).contains(T0);
            assertThat(customer.updatedAt()).isEqualTo(Instant.parse("2025-01-16T00:00:00Z"));
        }
    }

    @Nested
    @DisplayName("a subscription")
    class ASubscription {
        static Stream<PlanSelection> eightUnits() {
            return Stream.of(
                    PlanSelection.builder("plan-pro").unitQuantity(8).build(),
                    PlanSelection.builder("plan-pro").priceUnitAmount(8).build(),
                    PlanSelection.builder("plan-pro")
                            .unitQuantity(8)
                            .priceUnitAmount(5)
                            .build());
        }

        @ParameterizedTest
        @MethodSource("eightUnits")
        @DisplayName("takes a number of units for the one feature that is bought by quantity, by either name")
        void units(PlanSelection eightUnits) {
            stigg.customerOn(eightUnits);

            assertThat(stigg.limit(SEATS)).isEqualTo(8);
        }

        @Test
        @DisplayName("replaces the live one of the same product")
        void replaces() {
            stigg.customerOn("plan-free");

            stigg.subscribe("plan-basic");

            assertThat(statuses()).containsExactly(Status.CANCELED, Status.ACTIVE);
            assertThat(backend.subscriptions("cust-1").get(0).endDate()).contains(T0);
            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
        }

        @Test
        @DisplayName("leaves those of other products and resources alone")
        void leavesOthersAlone() {
            stigg.customerOn("plan-free");

            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));
            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r2"));
            stigg.subscribe(PlanSelection.of("plan-site-starter").forResource("r1"));

            assertThat(statuses()).containsExactly(Status.ACTIVE, Status.CANCELED, Status.ACTIVE, Status.ACTIVE);
        }

        @Test
        @DisplayName("starts counters again, and levels not")
        void restartsCounters() {
            stigg.customerOn("plan-free");
            stigg.report(CALLS, 40);
            stigg.report(SEATS, 2);

            stigg.subscribe("plan-basic");

            assertThat(stigg.usage(CALLS)).isZero();
            assertThat(stigg.usage(SEATS)).isEqualTo(2);
            assertThat(stigg.report(CALLS, 1).currentUsage()).hasValue(1);
        }

        @Test
        @DisplayName("of a resource starts only the counters of that resource again")
        void restartsCountersOfItsResource() {
            CatalogBuilder catalog = AcmeCatalog.create().toBuilder();
            catalog.plan("plan-site-plus").meters(CALLS, 10, everyMonth());
            StiggBackend withCalls = StiggBackend.of(catalog.build());
            Conversation stigg = new Conversation(withCalls, withCalls.connect());
            stigg.customerOn("plan-basic");
            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));
            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r2"));
            CustomerScope cust = CustomerScope.of("cust-1");
            stigg.report(CALLS, 1);
            stigg.ask(ReportUsage.of("cust-1", CALLS, 2).forResource("r1"));
            stigg.ask(ReportUsage.of("cust-1", CALLS, 3).forResource("r2"));

            stigg.subscribe(PlanSelection.of("plan-site-starter").forResource("r1"));

            assertThat(stigg.usage(CALLS)).isEqualTo(1);
            assertThat(stigg.find(cust.resource("r1"), CALLS)
                            .orElseThrow()
                            .usage()
                            .currentUsage())
                    .isZero();
            assertThat(stigg.find(cust.resource("r2"), CALLS)
                            .orElseThrow()
                            .usage()
                            .currentUsage())
                    .isEqualTo(3);
        }

        @Test
        @DisplayName("that starts later leaves the present one until then")
        void startsLater() {
            stigg.customerOn("plan-free");
            stigg.report(CALLS, 40);

            Subscription scheduled = stigg.subscribe("plan-basic", Instant.parse("2025-02-01T00:00:00Z"));

            assertThat(scheduled.status()).isEqualTo(Status.NOT_STARTED);
            assertThat(stigg.limit(CALLS)).isEqualTo(100);
            assertThat(stigg.usage(CALLS)).isEqualTo(40);
            assertThat(backend.subscriptions("cust-1").get(0).cancellationDate())
                    .contains(Instant.parse("2025-02-01T00:00:00Z"));

            stigg.advanceTo("2025-02-01T00:00:00Z");

            assertThat(statuses()).containsExactly(Status.CANCELED, Status.ACTIVE);
            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
            assertThat(stigg.usage(CALLS)).isZero();
            assertThat(stigg.state().updatedAt()).contains(Instant.parse("2025-02-01T00:00:00Z"));
        }

        @Test
        @DisplayName("that starts later also starts again what is first reported before then")
        void startsAgainWhatIsReportedBefore() {
            stigg.customerOn("plan-free");
            stigg.subscribe("plan-basic", Instant.parse("2025-02-01T00:00:00Z"));
            stigg.report(CALLS, 40);

            stigg.advanceTo("2025-02-01T00:00:00Z");

            assertThat(stigg.usage(CALLS)).isZero();
        }

        @Test
        @DisplayName("that starts later never starts when another takes its place")
        void neverStarts() {
            stigg.customerOn("plan-free");
            stigg.subscribe("plan-basic", Instant.parse("2025-02-01T00:00:00Z"));
            stigg.subscribe("plan-pro", Instant.parse("2025-02-05T00:00:00Z"));
            stigg.report(CALLS, 40);

            stigg.advanceTo("2025-02-01T00:00:00Z");
            assertThat(stigg.limit(CALLS)).isEqualTo(100);
            assertThat(stigg.usage(CALLS)).isEqualTo(40);

            stigg.advanceTo("2025-02-05T00:00:00Z");
            assertThat(stigg.limit(CALLS)).isEqualTo(10_000);
            assertThat(statuses()).containsExactly(Status.CANCELED, Status.CANCELED, Status.ACTIVE);
        }

        @Test
        @DisplayName("that started in the past counts its periods from then")
        void startedInThePast() {
            stigg.ask(ProvisionCustomer.of("cust-1"));

            Subscription made = stigg.subscribe("plan-basic", Instant.parse("2024-12-31T00:00:00Z"));

            assertThat(made.status()).isEqualTo(Status.ACTIVE);
            assertThat(stigg.feature(CALLS).usage().period().start()).contains(Instant.parse("2024-12-31T00:00:00Z"));
            assertThat(stigg.feature(CALLS).usage().period().end()).contains(Instant.parse("2025-01-31T00:00:00Z"));
            stigg.advanceTo("2025-02-10T00:00:00Z");
            assertThat(stigg.feature(CALLS).usage().period().start()).contains(Instant.parse("2025-01-31T00:00:00Z"));
            assertThat(stigg.feature(CALLS).usage().period().end()).contains(Instant.parse("2025-02-28T00:00:00Z"));
        }

        @Test
        @DisplayName("to a paid plan tells when it is next charged, any other does not")
        void tellsItsBillingPeriod() {
            stigg.customerOn("plan-free");

            assertThat(backend.subscriptions("cust-1").get(0).currentBillingPeriodEnd())
                    .isEmpty();
            assertThat(stigg.subscribe("plan-basic").currentBillingPeriodEnd())
                    .contains(Instant.parse("2025-02-15T10:00:00Z"));
            assertThat(stigg.subscribe(PlanSelection.of("plan-basic").billed(BillingPeriod.ANNUALLY))
                            .currentBillingPeriodEnd())
                    .contains(Instant.parse("2026-01-15T10:00:00Z"));
        }

        @Test
        @DisplayName("limits what is priced per unit to what is bought, at least the minimum")
        void quantities() {
            stigg.customerOn("plan-pro");
            assertThat(stigg.limit(SEATS)).isEqualTo(3);

            stigg.subscribe(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 7));

            assertThat(stigg.limit(SEATS)).isEqualTo(7);
        }

        @Test
        @DisplayName("to a custom plan has what was agreed, and no limit where nothing was")
        void customPlan() {
            stigg.customerOn(PlanSelection.of("plan-ent").withQuantity("feature-file-size", 2_000));

            assertThat(stigg.limit("feature-file-size")).isEqualTo(2_000);
            assertThat(stigg.feature(SEATS).isUnlimited()).isTrue();
        }
    }

    @Nested
    @DisplayName("what is refused")
    class Refused {
        static Stream<Arguments> selections() {
            PlanSelection basic = PlanSelection.of("plan-basic");
            PlanSelection pro = PlanSelection.of("plan-pro").withoutTrial();
            return Stream.of(
                    Arguments.of("PlanNotFound", PlanSelection.of("plan-nope")),
                    Arguments.of("AddonNotFound", basic.withAddon("addon-nope", 1)),
                    Arguments.of(
                            "AddonsNotFound", basic.withAddon("addon-nope", 1).withAddon("addon-no", 1)),
                    Arguments.of("IncompatibleSubscriptionAddon", pro.withAddon("addon-sso", 1)),
                    Arguments.of(
                            "IncompatibleSubscriptionAddon",
                            PlanSelection.of("plan-free").withAddon("addon-calls", 1)),
                    Arguments.of("AddonQuantityExceedsLimitError", basic.withAddon("addon-calls", 6)),
                    Arguments.of("AddonDependencyMissingError", basic.withAddon("addon-insights", 1)),
                    Arguments.of(
                            "AddonDependencyMissingError",
                            basic.withAddon("addon-insights", 1).withAddon("addon-calls", 0)),
                    Arguments.of("InvalidQuantity", pro.withQuantity(SEATS, 2)),
                    Arguments.of("InvalidQuantity", pro.withQuantity(SEATS, 101)),
                    Arguments.of("InvalidQuantity", pro.withQuantity(SEATS, 3.5)),
                    Arguments.of("InvalidQuantity", basic.withQuantity(SEATS, 5)),
                    Arguments.of("FeatureNotFound", pro.withQuantity("feature-nope", 5)),
                    Arguments.of("InvalidArgumentError", PlanSelection.of("plan-site-plus")),
                    Arguments.of("InvalidArgumentError", basic.forResource("r1")));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("selections")
        @DisplayName("makes neither a customer nor a subscription")
        void makesNothing(String code, PlanSelection selection) {
            StiggRequest<?> both = ProvisionCustomer.of("cust-2").subscribedTo(selection);
            stigg.customerOn("plan-free");

            assertThat(stigg.refusal(both)).isEqualTo(code);
            assertThat(stigg.refusal(ProvisionSubscription.of("cust-1", selection)))
                    .isEqualTo(code);

            assertThat(backend.customer("cust-2")).isEmpty();
            assertThat(statuses()).containsExactly(Status.ACTIVE);
        }

        @Test
        @DisplayName("is a subscription of nobody, an id that is taken, and a coupon that there is not")
        void otherRefusals() {
            stigg.customerOn(PlanSelection.of("plan-free").withSubscriptionId("sub-1"));

            assertThat(stigg.refusal(ProvisionSubscription.of("nobody", PlanSelection.of("plan-free"))))
                    .isEqualTo("CustomerNotFound");
            assertThat(stigg.refusal(ProvisionCustomer.of("cust-2")
                            .subscribedTo(PlanSelection.of("plan-free").withSubscriptionId("sub-1"))))
                    .isEqualTo("DuplicatedEntityNotAllowed");
            assertThat(stigg.refusal(ProvisionCustomer.of("cust-2").withCoupon("coupon-nope")))
                    .isEqualTo("CouponNotFound");
            assertThat(backend.customer("cust-2")).isEmpty();
        }
    }
}
