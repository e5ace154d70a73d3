package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CouponDiscount;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionBudget;
import io.stigg.sdk.subscription.SubscriptionCoupon;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever was begun,")
class PassingTimeTest {
    private static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");
    private static final CustomerScope CUSTOMER = CustomerScope.of("cust-1");
    private static final List<String> PLANS = List.of("plan-free", "plan-basic", "plan-pro", "plan-ent");

    private static StiggBackend acme() {
        CatalogBuilder catalog = AcmeCatalog.create().toBuilder();
        catalog.product("product-acme").delayingDowngrades().endingWith("plan-free");
        return StiggBackend.of(catalog.build(), FakeClock.at(T0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("time in one step and time in many come to the same, and so does what is done again")
    void stepsDoNotMatter(long seed) {
        Random random = new Random(seed);
        StiggBackend original = acme();
        Conversation stigg = new Conversation(original, original.connect());
        stigg.ask(ProvisionCustomer.of("cust-1"));
        for (int i = 0; i < 25; i++) {
            happen(stigg, random);
            original.clock().advance(Duration.ofHours(random.nextInt(60)));
        }
        BackendSnapshot snapshot = original.snapshot();
        StiggBackend atOnce = StiggBackend.of(snapshot);
        StiggBackend stepwise = StiggBackend.of(snapshot);
        Instant end = original.now().plus(Duration.ofDays(80));

        atOnce.clock().advanceTo(end);
        while (stepwise.now().isBefore(end)) {
            Duration left = Duration.between(stepwise.now(), end);
            Duration step = Duration.ofMinutes(1 + random.nextInt(5_000));
            stepwise.clock().advance(step.compareTo(left) < 0 ? step : left);
            if (random.nextBoolean()) {
                all(stepwise);
            }
        }
        original.clock().advanceTo(end);

        assertThat(all(stepwise)).as("seed %s", seed).isEqualTo(all(atOnce));
        assertThat(all(atOnce)).as("seed %s", seed).isEqualTo(all(original));
    }

    private static List<Object> all(StiggBackend backend) {
        Conversation stigg = new Conversation(backend, backend.connect());
        List<Object> all = new ArrayList<>();
        EntitlementSnapshot set = stigg.state(CUSTOMER);
        all.add(set);
        all.add(stigg.state(CUSTOMER.resource("r1")));
        all.add(backend.subscriptions("cust-1"));
        all.add(backend.subscriptions("cust-1").stream()
                .map(subscription -> backend.endReason(subscription.id()))
                .toList());
        all.add(stigg.ask(new GetCustomerById("cust-1")));
        all.add(stigg.ask(GetCreditGrants.of("cust-1")).items());
        all.add(stigg.ask(GetCreditLedger.of("cust-1")).items());
        return all;
    }

    private static void happen(Conversation stigg, Random random) {
        try {
            stigg.ask(any(stigg.backend(), random));
        } catch (CompletionException refused) {
            // Not everything that may be tried makes sense, and Stigg says so.
            assertThat(refused).hasCauseInstanceOf(StiggApiException.class);
        }
    }

    private static StiggRequest<?> any(StiggBackend backend, Random random) {
        List<Subscription> subscriptions = backend.subscriptions("cust-1");
        String id = subscriptions.isEmpty()
                ? "none"
                : subscriptions.get(random.nextInt(subscriptions.size())).id();
        Instant later = backend.now().plus(Duration.ofDays(random.nextInt(40)));
        return switch (random.nextInt(13)) {
            case 0 -> ProvisionSubscription.of("cust-1", PlanSelection.of(PLANS.get(random.nextInt(4))));
            case 1 ->
                ProvisionSubscription.of("cust-1", PlanSelection.of(PLANS.get(random.nextInt(4))))
                        .startingAt(later);
            case 2 ->
                ProvisionSubscription.of(
                        "cust-1",
                        PlanSelection.builder("plan-pro")
                                .trialOverrideConfiguration(TrialOverride.trialUntil(later.plusSeconds(60)))
                                .build());
            case 3 ->
                ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-site-plus").forResource("r1"));
            case 4 -> CancelSubscription.builder(id).at(later.plusSeconds(60)).build();
            case 5 ->
                UpdateSubscription.builder(id)
                        .quantity("feature-seats", 3 + random.nextInt(10))
                        .build();
            case 6 ->
                GrantCredits.builder("cust-1", "cred-ai", "A gift", CreditGrantType.PROMOTIONAL, 50)
                        .expireAt(later.plusSeconds(60))
                        .build();
            case 7 -> {
                backend.promote("cust-1", Grant.limited("feature-api-calls", 5_000), later.plusSeconds(60));
                yield ReportUsage.of("cust-1", "feature-ai-tokens", random.nextInt(400));
            }
            case 8 ->
                UpdateSubscription.builder(id)
                        .budget(new SubscriptionBudget(1 + random.nextInt(50), random.nextBoolean()))
                        .build();
            case 9 ->
                UpdateSubscription.builder(id)
                        .addon("addon-calls", 1 + random.nextInt(3))
                        .build();
            case 10 ->
                UpdateSubscription.builder(id)
                        .appliedCoupon(SubscriptionCoupon.discount(
                                CouponDiscount.percent(10).forMonths(1 + random.nextInt(3))))
                        .build();
            default -> ReportUsage.of("cust-1", "feature-api-calls", random.nextInt(400));
        };
    }
}
