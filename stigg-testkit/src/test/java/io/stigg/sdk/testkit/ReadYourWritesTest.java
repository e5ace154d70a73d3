package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.bulk.BulkResult;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.catalog.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is told to this client, and what it holds lives for hours: all that it knows it learns by its own requests. */
@DisplayName("The next check of a client that hears nothing")
class ReadYourWritesTest {
    private static final String ACME = "customer-acme";
    private static final String SUB = "sub-1";
    private final StiggBackend backend = StiggBackend.acme();
    private final Stigg stigg = Stigg.builder()
            .adapters(backend.adapters())
            .withoutLiveUpdates()
            .entitlementTtl(Duration.ofHours(12))
            .build();

    private static Object calls(Stigg stigg) {
        return stigg.getMeteredEntitlement(MeteredQuery.of(ACME, "feature-api-calls"))
                .usageLimit();
    }

    private static Object analytics(Stigg stigg) {
        return stigg.getBooleanEntitlement(ACME, "feature-analytics").accessDeniedReason();
    }

    private static Object domainOfSites(Stigg stigg) {
        return Stream.of("site-1", "site-2")
                .map(site -> BooleanQuery.of(ACME, "feature-domain").forResource(site))
                .map(query -> stigg.getBooleanEntitlement(query).hasAccess())
                .toList();
    }

    private static Object credits(Stigg stigg) {
        return stigg.getCreditEntitlement(CreditQuery.of(ACME, "cred-ai")).remaining();
    }

    /**
     * A write.
     *
     * @param name what it does
     * @param plan what the customer is subscribed to before
     * @param check what it changes
     * @param write does it
     */
    private record Write(
            String name, PlanSelection plan, Function<Stigg, Object> check, BiConsumer<Stigg, StiggBackend> write) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static PlanSelection basic() {
        return PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY).withSubscriptionId(SUB);
    }

    private static PlanSelection sitePlus() {
        return PlanSelection.of("plan-site-plus")
                .billed(BillingPeriod.MONTHLY)
                .forResource("site-1")
                .withSubscriptionId(SUB);
    }

    private static PlanSelection pro() {
        return PlanSelection.of("plan-pro")
                .withoutTrial()
                .billed(BillingPeriod.MONTHLY)
                .withQuantity("feature-seats", 5)
                .withSubscriptionId(SUB);
    }

    private static PromotionalGrant analyticsForAWeek() {
        return PromotionalGrant.builder("feature-analytics", PromotionalEntitlementPeriod.ONE_WEEK)
                .build();
    }

    private static GrantCredits fiftyCredits() {
        return GrantCredits.builder(ACME, "cred-ai", "Sorry", CreditGrantType.PROMOTIONAL, 50)
                .build();
    }

    @SuppressWarnings("deprecation") // what is deprecated works until it is gone
    static Stream<Write> writes() {
        PlanSelection free = PlanSelection.of("plan-free").withSubscriptionId("sub-0");
        return Stream.of(
                new Write(
                        "provision",
                        free,
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.subscriptions().provision(ProvisionSubscription.of(ACME, basic()))),
                new Write(
                        "provision of the customer",
                        free,
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.customers()
                                .provision(ProvisionCustomer.of(ACME).subscribedTo(basic()))),
                new Write(
                        "apply",
                        free,
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.subscriptions()
                                .apply(ApplySubscription.of(
                                        ACME, PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY)))),
                new Write(
                        "create",
                        free,
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.subscriptions().create(CreateSubscription.of(ACME, basic()))),
                new Write(
                        "update",
                        basic(),
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.subscriptions()
                                .update(UpdateSubscription.builder(SUB)
                                        .addon("addon-calls", 2)
                                        .build())),
                new Write(
                        "cancel",
                        basic(),
                        ReadYourWritesTest::analytics,
                        (stigg, backend) -> stigg.subscriptions()
                                .cancel(CancelSubscription.builder(SUB)
                                        .immediately()
                                        .build())),
                new Write(
                        "transfer to a resource",
                        sitePlus(),
                        ReadYourWritesTest::domainOfSites,
                        (stigg, backend) ->
                                stigg.subscriptions().transfer(TransferSubscriptionToResource.of(SUB, "site-2"))),
                new Write(
                        "transfer",
                        sitePlus(),
                        ReadYourWritesTest::domainOfSites,
                        (stigg, backend) ->
                                stigg.subscriptions().transfer(new TransferSubscription(ACME, "site-1", "site-2"))),
                new Write("migration", basic(), ReadYourWritesTest::calls, (stigg, backend) -> {
                    backend.publish(
                            Plan.builder("plan-basic")
                                    .in("product-acme")
                                    .paid()
                                    .meters("feature-api-calls", 7_777)
                                    .build(),
                            Migration.NEW_CUSTOMERS);
                    stigg.subscriptions().migrateToLatest(MigrateSubscriptionToLatest.of(SUB));
                }),
                new Write("import of subscriptions", free, ReadYourWritesTest::calls, (stigg, backend) -> {
                    BulkResult<ImportSubscription> result = stigg.subscriptions()
                            .importBulk(List.of(ImportSubscription.builder(ACME, "plan-basic")
                                    .billingPeriod(BillingPeriod.MONTHLY)
                                    .build()));
                    assertThat(result.failed()).isEmpty();
                }),
                new Write(
                        "grant",
                        free,
                        ReadYourWritesTest::analytics,
                        (stigg, backend) ->
                                stigg.promotions().grant(GrantPromotionalEntitlements.of(ACME, analyticsForAWeek()))),
                new Write(
                        "grant of a group",
                        free,
                        ReadYourWritesTest::analytics,
                        (stigg, backend) -> stigg.promotions()
                                .grantGroup(
                                        GrantPromotionalEntitlementsGroup.of(ACME, "group-1", analyticsForAWeek()))),
                new Write(
                        "grant of credits",
                        pro(),
                        ReadYourWritesTest::credits,
                        (stigg, backend) -> stigg.credits().grant(fiftyCredits())),
                new Write(
                        "archive",
                        free,
                        ReadYourWritesTest::calls,
                        (stigg, backend) -> stigg.customers().archive(ACME)));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    @ParameterizedTest
    @MethodSource("writes")
    @DisplayName("sees what its last write did")
    void seesItsWrite(Write write) {
        stigg.customers().provision(ProvisionCustomer.of(ACME).subscribedTo(write.plan()));
        Object before = write.check().apply(stigg);

        write.write().accept(stigg, backend);

        assertThat(write.check().apply(stigg)).isNotEqualTo(before);
        try (Stigg fresh = backend.newClient()) {
            assertThat(write.check().apply(stigg)).isEqualTo(write.check().apply(fresh));
        }
    }

    /**
     * Something done and undone.
     *
     * @param name what is undone
     * @param plan what the customer is subscribed to before
     * @param check what it changes
     * @param round does and undoes it; calls back in between
     */
    private record Round(
            String name, PlanSelection plan, Function<Stigg, Object> check, BiConsumer<Stigg, Runnable> round) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Round> rounds() {
        PlanSelection free = PlanSelection.of("plan-free");
        return Stream.of(
                new Round("a grant", free, ReadYourWritesTest::analytics, (stigg, between) -> {
                    stigg.promotions().grant(GrantPromotionalEntitlements.of(ACME, analyticsForAWeek()));
                    between.run();
                    stigg.promotions().revoke(new RevokePromotionalEntitlement(ACME, "feature-analytics"));
                }),
                new Round("a group", free, ReadYourWritesTest::analytics, (stigg, between) -> {
                    stigg.promotions()
                            .grantGroup(GrantPromotionalEntitlementsGroup.of(ACME, "group-1", analyticsForAWeek()));
                    between.run();
                    stigg.promotions().revokeGroup(new RevokePromotionalEntitlementsGroup(ACME, "group-1"));
                }),
                new Round("a grant of credits", pro(), ReadYourWritesTest::credits, (stigg, between) -> {
                    String grantId = stigg.credits().grant(fiftyCredits()).grantId();
                    between.run();
                    stigg.credits().voidGrant(new VoidCreditGrant(grantId));
                }));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    @DisplayName("sees that its last write took back the one before")
    void seesThatItWasUndone(Round round) {
        stigg.customers().provision(ProvisionCustomer.of(ACME).subscribedTo(round.plan()));
        Object before = round.check().apply(stigg);

        round.round().accept(stigg, () -> assertThat(round.check().apply(stigg)).isNotEqualTo(before));

        assertThat(round.check().apply(stigg)).isEqualTo(before);
    }

    @Test
    @DisplayName("sees that an archived customer is back, without what it was subscribed to")
    void seesThatACustomerIsBack() {
        stigg.customers().provision(ProvisionCustomer.of(ACME).subscribedTo(PlanSelection.of("plan-free")));

        stigg.customers().archive(ACME);
        Object whileArchived = analytics(stigg);
        stigg.customers().unarchive(ACME);

        assertThat(whileArchived).isEqualTo(Optional.of(AccessDeniedReason.CUSTOMER_IS_ARCHIVED));
        assertThat(analytics(stigg)).isEqualTo(Optional.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
    }
}
