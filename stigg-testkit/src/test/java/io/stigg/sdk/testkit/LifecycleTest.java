package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantStatus;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.SubscriptionEntitlement;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.subscription.UsageTerms;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What happens to customers of the backend")
class LifecycleTest {
    private static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");

    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    @Nested
    @DisplayName("as time passes is told when it happens, to those who never ask:")
    class Unasked {
        private List<EntitlementSnapshot> toldFrom(Duration duration) {
            backend.clearPushes();
            backend.clock().advance(duration);
            return backend.pushes(EntitlementSnapshot.class);
        }

        private void assertToldAt(List<EntitlementSnapshot> told, String instant) {
            assertThat(told)
                    .singleElement()
                    .satisfies(set -> assertThat(set.fetchedAt()).isEqualTo(Instant.parse(instant)));
        }

        @Test
        @DisplayName("the end of a trial")
        void trial() {
            stigg.ask(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-pro")));

            assertToldAt(toldFrom(Duration.ofDays(20)), "2025-01-29T10:00:00Z");
        }

        @Test
        @DisplayName("the start of a subscription")
        void start() {
            stigg.customerOn("plan-free");
            stigg.subscribe("plan-basic", Instant.parse("2025-02-01T00:00:00Z"));

            assertToldAt(toldFrom(Duration.ofDays(20)), "2025-02-01T00:00:00Z");
        }

        @Test
        @DisplayName("the end of what was granted beside subscriptions")
        void promotion() {
            stigg.customerOn("plan-free");
            backend.promote("cust-1", Grant.of("feature-sso"), T0.plus(Duration.ofDays(3)));

            assertToldAt(toldFrom(Duration.ofDays(20)), "2025-01-18T10:00:00Z");
        }

        @Test
        @DisplayName("new credits for another month")
        void credits() {
            stigg.customerOn("plan-pro");

            assertToldAt(toldFrom(Duration.ofDays(40)), "2025-02-15T10:00:00Z");
        }

        @Test
        @DisplayName("usage that starts again, once, as long as there is any")
        void reset() {
            stigg.customerOn("plan-free");
            stigg.report(CALLS, 7);
            backend.clearPushes();

            backend.clock().advance(Duration.ofDays(100));

            assertThat(backend.pushes(UsageReading.class)).singleElement().satisfies(reading -> {
                assertThat(reading.ref()).isEqualTo(EntitlementRef.feature(CALLS));
                assertThat(reading.usage().currentUsage()).isZero();
            });
        }
    }

    @Test
    @DisplayName("by linked products: a subscription to one takes those to the other with it")
    void linkedCancellation() {
        Conversation metered = Metered.stigg();
        metered.customerOn("plan-cheap");
        metered.subscribe(PlanSelection.of("plan-site").forResource("r1"));
        String id = metered.backend().subscriptions("cust-1").get(0).id();

        metered.ask(CancelSubscription.of(id));

        Subscription site = metered.backend().subscriptions("cust-1").get(1);
        assertThat(site.status()).isEqualTo(Status.CANCELED);
        assertThat(metered.backend().endReason(site.id())).contains(EndReason.AUTO_CANCELLATION_RULE);
    }

    @Test
    @DisplayName("by agreement counts instead of what the plan says")
    void agreedEntitlements() {
        stigg.customerOn(PlanSelection.builder("plan-ent")
                .entitlement(SubscriptionEntitlement.feature(SEATS, UsageTerms.upTo(40)))
                .entitlement(SubscriptionEntitlement.feature(
                        CALLS, UsageTerms.upTo(9).soft()))
                .entitlement(SubscriptionEntitlement.values("feature-support", List.of("phone")))
                .build());

        FeatureFact calls = stigg.feature(CALLS);
        assertThat(stigg.limit(SEATS)).isEqualTo(40);
        assertThat(calls.usageLimit()).hasValue(9);
        assertThat(calls.hasSoftLimit()).isTrue();
        assertThat(calls.isUnlimited()).isFalse();
        assertThat(stigg.feature("feature-support").enumValues()).containsExactly("phone");
    }

    @Test
    @DisplayName("in a trial that is made longer ends later")
    void longerTrial() {
        stigg.ask(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-pro")));
        String id = backend.subscriptions("cust-1").get(0).id();

        stigg.ask(UpdateSubscription.builder(id)
                .trialEndDate(T0.plus(Duration.ofDays(30)))
                .build());
        backend.clock().advance(Duration.ofDays(29));
        Status during = backend.subscriptions("cust-1").get(0).status();
        backend.clock().advance(Duration.ofDays(1));

        assertThat(during).isEqualTo(Status.IN_TRIAL);
        assertThat(backend.endReason(id)).contains(EndReason.TRIAL_ENDED);
    }

    @Test
    @DisplayName("who try another plan: the former trial ends")
    void anotherTrial() {
        PlanSelection trial = PlanSelection.builder("plan-pro")
                .trialOverrideConfiguration(TrialOverride.trial())
                .build();
        stigg.ask(ProvisionCustomer.of("cust-1").subscribedTo(trial));

        stigg.subscribe(PlanSelection.builder("plan-basic")
                .trialOverrideConfiguration(TrialOverride.trialUntil(T0.plus(Duration.ofDays(3))))
                .build());

        assertThat(backend.subscriptions("cust-1"))
                .extracting(Subscription::status)
                .containsExactly(Status.CANCELED, Status.IN_TRIAL);
        assertThat(stigg.refusal(ProvisionSubscription.of(
                        "cust-1",
                        PlanSelection.builder("plan-free")
                                .trialOverrideConfiguration(TrialOverride.trial())
                                .build())))
                .isEqualTo("BadUserInput");
    }

    @Test
    @DisplayName("with credits by the seat: more seats bring more at once, fewer take none away")
    void seatCredits() {
        Conversation metered = Metered.stigg();
        metered.customerOn(PlanSelection.of("plan-volume").withQuantity(SEATS, 2));
        String id = metered.backend().subscriptions("cust-1").get(0).id();
        double two = metered.wallet().usageLimit();

        metered.ask(UpdateSubscription.builder(id).quantity(SEATS, 5).build());
        double five = metered.wallet().usageLimit();
        metered.ask(UpdateSubscription.builder(id).quantity(SEATS, 1).build());
        double one = metered.wallet().usageLimit();
        metered.advanceTo("2025-02-15T10:00:00Z");

        assertThat(two).isEqualTo(200);
        assertThat(five).isEqualTo(500);
        assertThat(one).isEqualTo(500);
        assertThat(metered.wallet().usageLimit()).isEqualTo(100);
    }

    @Test
    @DisplayName("with credits of a plan: they end with it")
    void creditsEnd() {
        stigg.customerOn("plan-pro");
        String id = backend.subscriptions("cust-1").get(0).id();

        stigg.ask(CancelSubscription.of(id));

        assertThat(stigg.ask(GetCreditGrants.of("cust-1")).items())
                .extracting(CreditGrant::status)
                .containsExactly(CreditGrantStatus.VOIDED);
    }

    @Test
    @DisplayName("is told in a feature's own units")
    void units() {
        Conversation metered = Metered.stigg();
        metered.customerOn("plan-usage");

        double told = metered.report("feature-traffic", 2_001).currentUsage().orElseThrow();

        assertThat(told).isEqualTo(3);
        assertThat(metered.usage("feature-traffic")).isEqualTo(3);
    }

    @Test
    @DisplayName("with an add-on of which there is a new version: they get it as the migration says")
    void addonVersions() {
        stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 1));
        var larger = AcmeCatalog.create().addon("addon-calls").orElseThrow().toBuilder()
                .meters(CALLS, 7_000, everyMonth())
                .build();

        backend.publish(larger, Migration.NEW_CUSTOMERS);
        double before = stigg.limit(CALLS);
        backend.publish(larger, Migration.ALL_CUSTOMERS);

        assertThat(before).isEqualTo(2_000);
        assertThat(stigg.limit(CALLS)).isEqualTo(8_000);
    }

    @Test
    @DisplayName("who want what is not sold any more: they cannot have it, those who have it keep it")
    void archived() {
        stigg.customerOn("plan-basic");

        backend.archive("plan-basic");

        assertThat(stigg.refusal(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic"))))
                .isEqualTo("UnPublishedPackage");
        assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
        assertThatThrownBy(() -> backend.archive("plan-none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan-none");
    }

    @Nested
    @DisplayName("can be undone:")
    class Snapshots {
        @Test
        @DisplayName("a backend goes back to a snapshot, and is told to those who listen")
        void restored() {
            stigg.customerOn("plan-basic");
            stigg.report(CALLS, 5);
            BackendSnapshot snapshot = backend.snapshot();
            stigg.report(CALLS, 5);
            stigg.ask(ProvisionCustomer.of("cust-2"));

            backend.restore(snapshot);

            assertThat(stigg.usage(CALLS)).isEqualTo(5);
            assertThat(backend.customer("cust-2")).isEmpty();
            assertThat(backend.pushes(EntitlementsInvalidated.class))
                    .extracting(EntitlementsInvalidated::scope)
                    .containsExactlyInAnyOrder(CustomerScope.of("cust-1"), CustomerScope.of("cust-2"));
        }

        @Test
        @DisplayName("what was due since then happens")
        void dueSince() {
            stigg.ask(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-pro")));
            BackendSnapshot snapshot = backend.snapshot();
            backend.clock().advance(Duration.ofDays(20));

            backend.restore(snapshot);

            assertThat(backend.subscriptions("cust-1"))
                    .extracting(Subscription::status)
                    .containsExactly(Status.EXPIRED);
        }

        @Test
        @DisplayName("other backends begin as a snapshot was, each on its own")
        void copies() {
            stigg.customerOn("plan-basic");
            backend.clock().advance(Duration.ofDays(1));
            BackendSnapshot snapshot = backend.snapshot();

            StiggBackend one = StiggBackend.of(snapshot);
            StiggBackend other = StiggBackend.of(snapshot);
            one.setUsage(CustomerScope.of("cust-1"), CALLS, 9);

            assertThat(one.now()).isEqualTo(backend.now());
            assertThat(other.subscriptions("cust-1")).isEqualTo(backend.subscriptions("cust-1"));
            assertThat(new Conversation(one, one.connect()).usage(CALLS)).isEqualTo(9);
            assertThat(new Conversation(other, other.connect()).usage(CALLS)).isZero();
        }
    }

    private static Conversation with(CatalogBuilder catalog) {
        StiggBackend backend = StiggBackend.of(catalog.build());
        return new Conversation(backend, backend.connect());
    }

    @Test
    @DisplayName("when another plan is subscribed to leaves alone what is counted for other products")
    void otherProducts() {
        CatalogBuilder catalog = AcmeCatalog.create().toBuilder();
        catalog.product("product-mail");
        catalog.counter("feature-mails");
        catalog.plan("plan-mail").in("product-mail").free().meters("feature-mails", 100, everyMonth());
        Conversation both = with(catalog);
        both.customerOn("plan-free");
        both.subscribe("plan-mail");
        both.report(CALLS, 5);
        both.report("feature-mails", 7);

        both.subscribe("plan-basic");

        assertThat(both.usage(CALLS)).isZero();
        assertThat(both.usage("feature-mails")).isEqualTo(7);
    }

    @Test
    @DisplayName("when less of the same plan is provisioned waits as a downgrade does, and more does not")
    void lessOfTheSame() {
        CatalogBuilder catalog = AcmeCatalog.create().toBuilder();
        catalog.product("product-acme").delayingDowngrades();
        Conversation waiting = with(catalog);
        PlanSelection pro = PlanSelection.of("plan-pro").withoutTrial().billed(BillingPeriod.MONTHLY);
        waiting.customerOn(pro.withQuantity(SEATS, 5));

        Subscription same = waiting.subscribe(pro.withQuantity(SEATS, 4));
        double before = waiting.limit(SEATS);
        waiting.advanceTo("2025-02-15T10:00:00Z");
        double after = waiting.limit(SEATS);
        waiting.subscribe(pro.withQuantity(SEATS, 9));

        assertThat(waiting.backend()
                        .subscriptionDetails(same.id())
                        .orElseThrow()
                        .subscription()
                        .startDate())
                .isEqualTo(T0);
        assertThat(before).isEqualTo(5);
        assertThat(after).isEqualTo(4);
        assertThat(waiting.limit(SEATS)).isEqualTo(9);
    }

    @Test
    @DisplayName("of a thousand backends is known to that one alone")
    void manyBackends() {
        List<Conversation> all =
                Stream.generate(Conversation::withAcme).limit(1_000).toList();

        for (int i = 0; i < all.size(); i++) {
            all.get(i).customerOn("plan-basic");
            all.get(i).report(CALLS, i);
        }

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).usage(CALLS)).isEqualTo(i);
            assertThat(all.get(i).backend().measurements("cust-1")).hasSize(1);
        }
    }
}
