package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static io.stigg.sdk.testkit.catalog.Grant.limited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.SubscriptionBudget;
import io.stigg.sdk.testkit.Explanation.Effect;
import io.stigg.sdk.testkit.Explanation.Origin;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.Explanation.Source;
import io.stigg.sdk.testkit.Explanation.Standing;
import io.stigg.sdk.testkit.catalog.Grant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The backend explains an entitlement")
class ExplanationTest {
    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    private List<Part> parts(String featureId) {
        return backend.explain("cust-1", featureId).decisive().orElseThrow().parts();
    }

    @Nested
    @DisplayName("by what a subscription is made of:")
    class Parts {
        @Test
        @DisplayName("the plan alone")
        void plan() {
            stigg.customerOn("plan-free");

            assertThat(parts(CALLS))
                    .extracting(Part::origin, Part::id, Part::quantity, Part::effect)
                    .containsExactly(tuple(Origin.PLAN, "plan-free", 1, Effect.COUNTS));
        }

        @Test
        @DisplayName("the plan that a plan inherits from, where that is the one that says so")
        void inherited() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 3));

            assertThat(parts("feature-exports")).extracting(Part::id).containsExactly("plan-basic");
            assertThat(parts(CALLS)).extracting(Part::id).containsExactly("plan-pro");
        }

        @Test
        @DisplayName("what was bought in place of what the plan says")
        void bought() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 7));

            assertThat(parts(SEATS))
                    .extracting(Part::origin, Part::amount)
                    .containsExactly(tuple(Origin.AGREEMENT, 7.0));
        }

        @Test
        @DisplayName("add-ons, which add to the plan")
        void addons() {
            stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 2));

            assertThat(parts(CALLS))
                    .extracting(Part::id, Part::amount, Part::effect)
                    .containsExactly(
                            tuple("plan-basic", 1_000.0, Effect.COUNTS), tuple("addon-calls", 2_000.0, Effect.COUNTS));
        }

        @Test
        @DisplayName("an add-on that overrides, which replaces the others")
        void override() {
            stigg.customerOn(
                    PlanSelection.of("plan-basic").withAddon("addon-calls", 2).withAddon("addon-calls-xl", 1));

            assertThat(parts(CALLS))
                    .extracting(Part::id, Part::effect)
                    .containsExactlyInAnyOrder(
                            tuple("plan-basic", Effect.REPLACED),
                            tuple("addon-calls", Effect.REPLACED),
                            tuple("addon-calls-xl", Effect.OVERRIDES));
        }

        @Test
        @DisplayName("a plan that withholds")
        void withheld() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 3));

            Explanation explanation = backend.explain("cust-1", "feature-legacy-reports");

            assertThat(explanation.decisive().orElseThrow().parts())
                    .extracting(Part::effect)
                    .containsExactly(Effect.WITHHOLDS);
            assertThat(explanation.inWords()).isEqualTo("Denied: the feature is withheld explicitly.");
        }
    }

    @Nested
    @DisplayName("by which source counts, and why the others do not:")
    class Sources {
        private Standing standingBeside(Grant promoted) {
            stigg.customerOn("plan-basic");
            backend.promote("cust-1", promoted);
            Explanation explanation = backend.explain("cust-1", promoted.featureId());
            return explanation.sources().get(0).standing();
        }

        @Test
        @DisplayName("a promotion of more")
        void larger() {
            assertThat(standingBeside(limited(CALLS, 5_000))).isEqualTo(Standing.SMALLER);
            assertThat(backend.explain("cust-1", CALLS).decisive().orElseThrow())
                    .extracting(
                            Source::subscriptionId,
                            source -> source.parts().get(0).origin())
                    .containsExactly(Optional.empty(), Origin.PROMOTION);
        }

        @Test
        @DisplayName("a promotion without a limit")
        void unlimited() {
            assertThat(standingBeside(Grant.unlimited(CALLS))).isEqualTo(Standing.LIMITED);
        }

        @Test
        @DisplayName("a promotion of the same with a soft limit")
        void soft() {
            assertThat(standingBeside(limited(CALLS, 1_000).soft())).isEqualTo(Standing.HARD);
        }

        @Test
        @DisplayName("a subscription, beside a promotion of less, of the same, or of nothing")
        void subscription() {
            assertThat(standingBeside(limited(CALLS, 10))).isEqualTo(Standing.COUNTS);
            assertThat(backend.explain("cust-1", CALLS).sources())
                    .extracting(Source::standing)
                    .containsExactly(Standing.COUNTS, Standing.SMALLER);

            backend.promote("cust-1", limited(CALLS, 1_000));
            assertThat(backend.explain("cust-1", CALLS).sources().get(1).standing())
                    .isEqualTo(Standing.SAME);

            backend.promote("cust-1", Grant.revoked(CALLS));
            assertThat(backend.explain("cust-1", CALLS).sources().get(1).standing())
                    .isEqualTo(Standing.WITHHOLDS);
        }

        @Test
        @DisplayName("a promotion, as long as the budget of the subscription is spent")
        void overBudget() {
            Conversation metered = Metered.stigg();
            metered.customerOn(PlanSelection.builder("plan-usage")
                    .billingPeriod(BillingPeriod.MONTHLY)
                    .budget(new SubscriptionBudget(50, false))
                    .build());
            metered.report("feature-calls", 6);
            metered.backend().promote("cust-1", limited("feature-calls", 1));

            Explanation explanation = metered.backend().explain("cust-1", "feature-calls");

            assertThat(explanation.sources())
                    .extracting(Source::standing, Source::isOverBudget)
                    .containsExactly(tuple(Standing.OVER_BUDGET, true), tuple(Standing.COUNTS, false));
        }

        @Test
        @DisplayName("all values of an enum feature, whichever source allows them")
        void values() {
            stigg.customerOn("plan-basic");
            backend.promote("cust-1", Grant.values("feature-support", "phone"));

            Explanation explanation = backend.explain(EnumQuery.of("cust-1", "feature-support"));

            assertThat(explanation.sources())
                    .extracting(Source::standing)
                    .containsExactly(Standing.COUNTS, Standing.SAME);
            assertThat(explanation.inWords()).isEqualTo("Granted: allowed are community, email, phone.");
        }
    }

    @Nested
    @DisplayName("with the verdict that Stigg gives:")
    class Verdicts {
        @Test
        @DisplayName("granted, and how much is used")
        void granted() {
            stigg.customerOn("plan-basic");
            stigg.report(CALLS, 37);

            Explanation explanation = backend.explain("cust-1", CALLS);

            assertThat(explanation.verdict()).isEqualTo(backend.entitlement(FeatureQuery.of("cust-1", CALLS)));
            assertThat(explanation.inWords()).isEqualTo("Granted: 37 of 1,000 used.");
        }

        @Test
        @DisplayName("denied, because more is requested than is left")
        void pastLimit() {
            stigg.customerOn("plan-free");
            stigg.report(CALLS, 100);

            Explanation explanation =
                    backend.explain(MeteredQuery.of("cust-1", CALLS).requesting(1));

            assertThat(explanation.inWords())
                    .isEqualTo("Denied: usage and what is requested pass the limit; 100 of 100 used.");
        }

        @Test
        @DisplayName("nothing behind it, where there is no customer, resource, feature or entitlement")
        void nothing() {
            assertThat(backend.explain("nobody", CALLS))
                    .extracting(Explanation::sources, Explanation::inWords)
                    .containsExactly(List.of(), "Denied: there is no such customer.");
            stigg.customerOn("plan-free");
            assertThat(backend.explain("cust-1", "feature-none").inWords())
                    .isEqualTo("Denied: there is no such feature.");
            assertThat(backend.explain("cust-1", "feature-sso").inWords())
                    .isEqualTo("Denied: nothing that the customer has gives the feature.");
            assertThat(backend.explain(FeatureQuery.of("cust-1", CALLS).forResource("site-9")))
                    .extracting(Explanation::sources, Explanation::inWords)
                    .containsExactly(List.of(), "Denied: the customer has no such resource.");
        }

        @Test
        @DisplayName("an archived customer")
        void archived() {
            stigg.customerOn("plan-free");
            stigg.ask(new ArchiveCustomer("cust-1"));

            assertThat(backend.explain("cust-1", CALLS).verdict().accessDeniedReason())
                    .contains(AccessDeniedReason.CUSTOMER_IS_ARCHIVED);
        }
    }

    @Nested
    @DisplayName("by the credits of a wallet")
    class Credits {
        @Test
        @DisplayName("in the order in which they are consumed")
        void burnOrder() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 3));
            stigg.ask(GrantCredits.builder("cust-1", "cred-ai", "Welcome", CreditGrantType.PROMOTIONAL, 40)
                    .priority(-1)
                    .build());

            Explanation explanation = backend.explain(CreditQuery.of("cust-1", "cred-ai"));

            assertThat(explanation.credits())
                    .extracting(CreditGrant::grantType, CreditGrant::amount)
                    .containsExactly(tuple(CreditGrantType.PROMOTIONAL, 40.0), tuple(CreditGrantType.RECURRING, 500.0));
            assertThat(explanation.inWords()).isEqualTo("Granted: 540 of 540 credits are left.");
        }

        @Test
        @DisplayName("that pays for a feature")
        void ofFeature() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 3));

            assertThat(backend.explain("cust-1", "feature-ai-tokens").credits())
                    .extracting(CreditGrant::amount)
                    .containsExactly(500.0);
            assertThat(backend.explain("cust-1", CALLS).credits()).isEmpty();
        }
    }
}
