package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The backend tells by itself")
class PushesTest {
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    /** Each is what whoever asks is told, and nothing else was told. */
    private void toldOf(CustomerScope... scopes) {
        List<EntitlementSnapshot> asked = new ArrayList<>();
        for (CustomerScope scope : scopes) {
            asked.add(stigg.state(scope));
        }
        assertThat(backend.pushes()).containsExactlyElementsOf(asked);
    }

    private void onResources() {
        stigg.customerOn("plan-basic");
        stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));
        stigg.subscribe(PlanSelection.of("plan-site-starter").forResource("r2"));
        backend.clearPushes();
    }

    @Nested
    @DisplayName("the entitlements")
    class TheEntitlements {
        @Test
        @DisplayName("of a new customer without a subscription, and why there are none")
        void ofANewCustomer() {
            stigg.ask(ProvisionCustomer.of("cust-1"));

            toldOf(CUST_1);
            assertThat(backend.pushes(EntitlementSnapshot.class))
                    .singleElement()
                    .satisfies(set ->
                            assertThat(set.denial()).contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION)));
        }

        @Test
        @DisplayName("of a new customer with a subscription, once")
        void ofASubscribedCustomer() {
            stigg.customerOn("plan-free");

            toldOf(CUST_1);
        }

        @Test
        @DisplayName("of a new customer and of its resource")
        void ofANewCustomerAndItsResource() {
            stigg.customerOn(PlanSelection.of("plan-site-plus").forResource("r1"));

            toldOf(CUST_1, CUST_1.resource("r1"));
        }

        @Test
        @DisplayName("not of a customer whose name alone changes")
        void notOfAChangedName() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            stigg.ask(ProvisionCustomer.of("cust-1").withName("New"));

            assertThat(backend.pushes()).isEmpty();
        }

        @Test
        @DisplayName("of a customer and its resources when it is subscribed to another plan")
        void ofAnotherPlan() {
            onResources();

            stigg.subscribe("plan-pro");

            toldOf(CUST_1, CUST_1.resource("r1"), CUST_1.resource("r2"));
        }

        @Test
        @DisplayName("of a resource alone when that is subscribed to another plan")
        void ofAResource() {
            onResources();

            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r2"));

            toldOf(CUST_1.resource("r2"));
        }

        @Test
        @DisplayName("of a customer and its resources when something is granted, and taken back")
        void ofAPromotion() {
            onResources();

            backend.promote("cust-1", Grant.of("feature-sso"));
            toldOf(CUST_1, CUST_1.resource("r1"), CUST_1.resource("r2"));
            backend.clearPushes();

            backend.revokePromotion("cust-1", "feature-sso");
            toldOf(CUST_1, CUST_1.resource("r1"), CUST_1.resource("r2"));
        }

        @Test
        @DisplayName("of nobody when a request is refused")
        void ofNobody() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            stigg.refusal(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-nope")));
            stigg.refusal(ReportUsage.of("cust-1", "feature-sso", 1));

            assertThat(backend.pushes()).isEmpty();
        }

        @Test
        @DisplayName("with the limit of a promotion, which nobody has to ask for")
        void withTheLimitOfAPromotion() {
            stigg.customerOn("plan-free");
            List<Update> told = new ArrayList<>();
            backend.updates().open(new Told(told));
            backend.clearRequests();

            backend.promote("cust-1", Grant.limited(CALLS, 5_000));

            assertThat(told).singleElement().isInstanceOfSatisfying(EntitlementSnapshot.class, set -> {
                assertThat(set.scope()).isEqualTo(CUST_1);
                assertThat(limit(set)).isEqualTo(5_000);
            });
            assertThat(backend.requests(GetEntitlementsState.class)).isEmpty();
        }
    }

    private static double limit(EntitlementSnapshot set) {
        EntitlementFact calls = set.entitlements().stream()
                .filter(fact -> fact.ref().equals(EntitlementRef.feature(CALLS)))
                .findFirst()
                .orElseThrow();
        return ((FeatureFact) calls).usageLimit().orElseThrow();
    }

    @Nested
    @DisplayName("the usage")
    class TheUsage {
        @Test
        @DisplayName("of a feature, as it is stated from then on")
        void ofAFeature() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            stigg.report(CALLS, 60);

            assertThat(backend.pushes())
                    .containsExactly(new UsageReading(
                            CUST_1,
                            EntitlementRef.feature(CALLS),
                            stigg.feature(CALLS).usage()));
            assertThat(stigg.usage(CALLS)).isEqualTo(60);
        }

        @Test
        @DisplayName("of a feature and of the credits that it costs")
        void ofCredits() {
            stigg.customerOn("plan-pro");
            backend.clearPushes();

            stigg.report("feature-ai-tokens", 120);

            assertThat(backend.pushes())
                    .containsExactly(
                            new UsageReading(
                                    CUST_1,
                                    EntitlementRef.feature("feature-ai-tokens"),
                                    stigg.feature("feature-ai-tokens").usage()),
                            new UsageReading(
                                    CUST_1,
                                    EntitlementRef.credit("cred-ai"),
                                    stigg.wallet().usage()));
            assertThat(stigg.wallet().usage().currentUsage()).isEqualTo(120);
        }

        @Test
        @DisplayName("of a resource alone")
        void ofAResource() {
            onResources();

            stigg.ask(ReportUsage.of("cust-1", "feature-pages", 3).forResource("r1"));

            assertThat(backend.pushes(UsageReading.class))
                    .singleElement()
                    .satisfies(reading -> assertThat(reading.scope()).isEqualTo(CUST_1.resource("r1")));
        }

        @Test
        @DisplayName("once, however often it is reported with the same key")
        void once() {
            stigg.customerOn("plan-free");
            backend.clearPushes();
            ReportUsage report = ReportUsage.of("cust-1", CALLS, 60);

            stigg.ask(report);
            stigg.ask(report);

            assertThat(backend.pushes()).hasSize(1);
        }

        @Test
        @DisplayName("that is set past every rule")
        void thatIsSet() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            backend.setUsage(CUST_1, SEATS, 7);

            assertThat(backend.pushes(UsageReading.class))
                    .singleElement()
                    .satisfies(reading ->
                            assertThat(reading.usage().currentUsage()).isEqualTo(7));
        }

        @Test
        @DisplayName("not of what the customer is not entitled to: its set does not speak of it")
        void notOfWhatItIsNotEntitledTo() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            backend.setUsage(CUST_1, "feature-pages", 7);

            assertThat(backend.pushes()).isEmpty();
        }
    }

    @Nested
    @DisplayName("that a plan was published")
    class Published {
        private final Plan newBasic = Plan.builder("plan-basic")
                .in("product-acme")
                .paid()
                .meters(CALLS, 2_000)
                .build();

        @Test
        @DisplayName("for new customers: those that there are keep what they have")
        void forNewCustomers() {
            stigg.customerOn("plan-basic");
            backend.clearPushes();

            backend.publish(newBasic, Migration.NEW_CUSTOMERS);

            assertThat(backend.pushes())
                    .containsExactly(new PackagePublished("plan-basic", "Plan", 2, Migration.NEW_CUSTOMERS));
            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
            assertThat(stigg.find(SEATS)).isPresent();
        }

        @Test
        @DisplayName("for new customers, who get the new version")
        void newCustomersGetIt() {
            backend.publish(newBasic, Migration.NEW_CUSTOMERS);

            stigg.customerOn("plan-basic");

            assertThat(stigg.limit(CALLS)).isEqualTo(2_000);
            assertThat(stigg.find(SEATS)).isEmpty();
            assertThat(backend.catalog().plan("plan-basic")).contains(newBasic);
        }

        @Test
        @DisplayName("for all customers, and then what they have now")
        void forAllCustomers() {
            stigg.customerOn("plan-basic");
            stigg.ask(ProvisionCustomer.of("cust-2").subscribedTo(PlanSelection.of("plan-free")));
            backend.clock().advance(Duration.ofDays(1));
            stigg.report(CALLS, 40);
            backend.clearPushes();

            backend.publish(newBasic, Migration.ALL_CUSTOMERS);

            assertThat(backend.pushes())
                    .containsExactly(
                            new PackagePublished("plan-basic", "Plan", 2, Migration.ALL_CUSTOMERS), stigg.state());
            assertThat(stigg.limit(CALLS)).isEqualTo(2_000);
            assertThat(stigg.usage(CALLS)).isEqualTo(40);
            assertThat(stigg.state().updatedAt()).contains(Instant.parse("2025-01-16T10:00:00Z"));
        }

        @Test
        @DisplayName("for all customers, also of the plans that inherit from it")
        void forHeirs() {
            stigg.customerOn("plan-pro");
            backend.clearPushes();
            Plan withPages = newBasic.toBuilder().meters("feature-pages", 9).build();

            backend.publish(withPages, Migration.NEW_CUSTOMERS);
            boolean inheritedByOld = stigg.find("feature-pages").isPresent();
            backend.publish(withPages, Migration.ALL_CUSTOMERS);

            assertThat(inheritedByOld).isFalse();
            assertThat(stigg.limit("feature-pages")).isEqualTo(9);
            assertThat(stigg.limit(CALLS)).isEqualTo(10_000);
            assertThat(backend.pushes(PackagePublished.class))
                    .extracting(PackagePublished::version)
                    .containsExactly(2, 3);
            assertThat(backend.pushes(EntitlementSnapshot.class)).containsExactly(stigg.state());
        }

        @Test
        @DisplayName("for all customers, and then what their resources have now")
        void forResources() {
            onResources();

            backend.publish(
                    Plan.builder("plan-site-plus")
                            .in("product-sites")
                            .paid()
                            .meters("feature-pages", 60)
                            .build(),
                    Migration.ALL_CUSTOMERS);

            assertThat(backend.pushes(EntitlementSnapshot.class)).containsExactly(stigg.state(CUST_1.resource("r1")));
        }

        @Test
        @DisplayName("for all customers, and that nothing is known of those who have nothing left")
        void withNothingLeft() {
            stigg.customerOn("plan-free");
            backend.clearPushes();

            backend.publish(Plan.builder("plan-free").in("product-acme").free().build(), Migration.ALL_CUSTOMERS);

            assertThat(backend.pushes())
                    .containsExactly(
                            new PackagePublished("plan-free", "Plan", 2, Migration.ALL_CUSTOMERS),
                            new EntitlementsInvalidated(CUST_1));
        }

        @Test
        @DisplayName("unless it does not fit")
        void unlessItDoesNotFit() {
            assertThatIllegalArgumentException().isThrownBy(() -> backend.publish(newBasic, Migration.UNKNOWN));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backend.publish(
                            Plan.builder("plan-nope").in("product-acme").free().build(), Migration.ALL_CUSTOMERS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backend.publish(
                            Plan.builder("plan-basic")
                                    .in("product-sites")
                                    .paid()
                                    .build(),
                            Migration.ALL_CUSTOMERS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backend.publish(
                            newBasic.toBuilder().basedOn("plan-pro").build(), Migration.ALL_CUSTOMERS));

            assertThat(backend.pushes()).isEmpty();
        }
    }

    @Test
    @DisplayName("and keeps a record of the latest, whether or not anybody listened")
    void keepsTheLatest() {
        stigg.customerOn("plan-free");

        for (int i = 1; i <= 10_000; i++) {
            backend.setUsage(CUST_1, SEATS, i);
        }

        assertThat(backend.pushes()).hasSize(10_000);
        assertThat(backend.pushes(EntitlementSnapshot.class)).isEmpty();
    }
}
