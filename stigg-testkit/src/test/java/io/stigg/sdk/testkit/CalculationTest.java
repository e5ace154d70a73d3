package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static io.stigg.sdk.testkit.catalog.Grant.limited;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Entitlements of the backend")
class CalculationTest {
    private static final ResetPeriod MONTHLY = ResetPeriod.of(ResetPeriod.Unit.MONTH);

    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    @Nested
    @DisplayName("with add-ons")
    class Addons {
        @Test
        @DisplayName("add what each of them gives")
        void add() {
            stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 2));

            assertThat(stigg.limit(CALLS)).isEqualTo(3_000);
            assertThat(stigg.feature(CALLS).resetPeriod()).contains(MONTHLY);
        }

        @Test
        @DisplayName("are what overrides, and nothing is added to that")
        void override() {
            stigg.customerOn(
                    PlanSelection.of("plan-basic").withAddon("addon-calls", 2).withAddon("addon-calls-xl", 1));

            assertThat(stigg.limit(CALLS)).isEqualTo(50_000);
        }

        @Test
        @DisplayName("have what the plan lacks")
        void complete() {
            stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-sso", 1));

            assertThat(stigg.denial("feature-sso")).isEqualTo("none");
        }

        @Test
        @DisplayName("keep the soft limit of the plan")
        void keepSoftLimit() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withAddon("addon-calls", 1));

            assertThat(stigg.feature(CALLS).hasSoftLimit()).isTrue();
            assertThat(stigg.limit(CALLS)).isEqualTo(11_000);
        }

        @Test
        @DisplayName("ignore an add-on of which there is none")
        void ignoreZero() {
            stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 0));

            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
            assertThat(backend.subscriptions("cust-1").get(0).addons()).isEmpty();
        }
    }

    @Nested
    @DisplayName("with promotions")
    class Promotions {
        @Test
        @DisplayName("are the larger of the two, not the sum, until the promotion ends")
        void largerUntilTheEnd() {
            stigg.customerOn("plan-basic");

            backend.promote("cust-1", limited(CALLS, 5_000).resetting(MONTHLY), Instant.parse("2025-02-15T10:00:00Z"));

            assertThat(stigg.limit(CALLS)).isEqualTo(5_000);
            assertThat(stigg.feature(CALLS).validUntil()).contains(Instant.parse("2025-02-15T10:00:00Z"));
            stigg.advanceTo("2025-02-15T10:00:00Z");
            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
            assertThat(stigg.feature(CALLS).validUntil()).isEmpty();
            assertThat(stigg.state().updatedAt()).contains(Instant.parse("2025-02-15T10:00:00Z"));
        }

        @Test
        @DisplayName("stay as they are when the promotion is smaller")
        void smallerDoesNothing() {
            stigg.customerOn("plan-basic");

            backend.promote("cust-1", limited(CALLS, 500).resetting(MONTHLY));

            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
        }

        @Test
        @DisplayName("are unlimited as long as the promotion is, and usage is kept")
        void unlimitedUntilRevoked() {
            stigg.customerOn("plan-basic");
            stigg.report(CALLS, 10);

            backend.promote("cust-1", Grant.unlimited(CALLS).resetting(MONTHLY));

            assertThat(stigg.feature(CALLS).isUnlimited()).isTrue();
            assertThat(stigg.feature(CALLS).usageLimit()).isEmpty();
            assertThat(stigg.usage(CALLS)).isEqualTo(10);
            backend.revokePromotion("cust-1", CALLS);
            assertThat(stigg.limit(CALLS)).isEqualTo(1_000);
            assertThat(stigg.usage(CALLS)).isEqualTo(10);
        }

        @Test
        @DisplayName("are there without a subscription, and everything else says that there is none")
        void withoutSubscription() {
            stigg.ask(ProvisionCustomer.of("cust-1"));

            backend.promote("cust-1", Grant.of("feature-sso"));

            EntitlementSnapshot state = stigg.state();
            assertThat(state.entitlements()).hasSize(1);
            assertThat(stigg.denial("feature-sso")).isEqualTo("none");
            assertThat(state.denial()).contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        }

        @Test
        @DisplayName("allow the values of both")
        void valuesOfBoth() {
            stigg.customerOn("plan-free");

            backend.promote("cust-1", Grant.values("feature-support", "phone"));

            assertThat(stigg.feature("feature-support").enumValues()).containsExactly("community", "phone");
        }
    }

    @Nested
    @DisplayName("of resources")
    class Resources {
        private final CustomerScope customer = CustomerScope.of("cust-1");

        @Test
        @DisplayName("deny everything there is where the resource is not known")
        void unknownResource() {
            stigg.customerOn("plan-free");

            EntitlementSnapshot state = stigg.state(customer.resource("r9"));

            assertThat(state.denial()).isEmpty();
            assertThat(state.entitlements())
                    .hasSize(backend.catalog().features().size()
                            + backend.catalog().currencies().size())
                    .allSatisfy(fact -> assertThat(fact.denial())
                            .contains(Denial.of(AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND)));
        }

        @Test
        @DisplayName("deny an unknown customer as such, whatever the resource")
        void unknownCustomer() {
            EntitlementSnapshot state = stigg.state(CustomerScope.of("nobody").resource("r1"));

            assertThat(state.denial()).contains(Denial.of(AccessDeniedReason.CUSTOMER_NOT_FOUND));
        }

        @Test
        @DisplayName("are the better of the resource's and the customer's")
        void betterOfBoth() {
            stigg.customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 30));
            stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));

            assertThat(stigg.find(customer.resource("r1"), SEATS).orElseThrow().usageLimit())
                    .hasValue(30);
            assertThat(stigg.find(customer.resource("r1"), "feature-domain")).isPresent();
            assertThat(stigg.find("feature-domain")).isEmpty();
        }
    }

    @Nested
    @DisplayName("as facts")
    class AsFacts {
        @Test
        @DisplayName("withhold what is revoked, and say nothing else of it")
        void revoked() {
            stigg.customerOn("plan-pro");

            assertThat(stigg.denial("feature-legacy-reports")).isEqualTo("Revoked");
        }

        @Test
        @DisplayName("say when they last changed, by Stigg's clock, and not when usage did")
        void updatedAt() {
            stigg.customerOn("plan-free");
            stigg.advanceTo("2025-01-16T00:00:00Z");

            stigg.report(CALLS, 1);

            assertThat(stigg.state().updatedAt()).contains(Instant.parse("2025-01-15T10:00:00Z"));
            assertThat(stigg.feature(CALLS).usage().updatedAt()).contains(Instant.parse("2025-01-16T00:00:00Z"));
            assertThat(stigg.feature(SEATS).usage().updatedAt()).isEmpty();
        }

        @Test
        @DisplayName("have no periods for a level, whatever a grant says")
        void levelsHaveNoPeriods() {
            stigg.customerOn("plan-free");
            backend.promote("cust-1", limited(SEATS, 50).resetting(MONTHLY));
            stigg.report(SEATS, 4);

            stigg.advanceTo("2025-03-01T00:00:00Z");

            assertThat(stigg.feature(SEATS).resetPeriod()).isEmpty();
            assertThat(stigg.feature(SEATS).usagePeriodAnchor()).isEmpty();
            assertThat(stigg.usage(SEATS)).isEqualTo(4);
        }

        @Test
        @DisplayName("anchor a calendar month to a first, so that months counted from there are calendar months")
        void calendarAnchor() {
            stigg.customerOn("plan-free");

            var mau = stigg.feature("feature-mau");

            assertThat(mau.usagePeriodAnchor()).contains(Instant.parse("2025-01-01T00:00:00Z"));
            assertThat(mau.usage().period().end()).isEqualTo(Optional.of(Instant.parse("2025-02-01T00:00:00Z")));
        }
    }

    @Nested
    @DisplayName("to credits")
    class Credits {
        @Test
        @DisplayName("are the plan's, for a month at a time")
        void ofThePlan() {
            stigg.customerOn("plan-pro");

            assertThat(stigg.wallet().usageLimit()).isEqualTo(500);
            assertThat(stigg.wallet().usage().period().end()).contains(Instant.parse("2025-02-15T10:00:00Z"));
            assertThat(stigg.wallet().validUntil()).contains(Instant.parse("2025-02-15T10:00:00Z"));
            assertThat(stigg.feature("feature-ai-tokens")
                            .creditRate()
                            .orElseThrow()
                            .currencyId())
                    .isEqualTo("cred-ai");
        }

        @Test
        @DisplayName("are consumed by usage, and deny once they are spent")
        void areConsumed() {
            stigg.customerOn("plan-pro");

            var ack = stigg.report("feature-ai-tokens", 120);
            assertThat(ack.credit().orElseThrow().consumed()).isEqualTo(120);
            assertThat(stigg.wallet().remaining()).isEqualTo(380);

            stigg.report("feature-ai-tokens", 400);
            assertThat(stigg.wallet().remaining()).isEqualTo(-20);
            assertThat(stigg.wallet().denial()).contains(Denial.of(AccessDeniedReason.INSUFFICIENT_CREDITS));
            assertThat(stigg.denial("feature-ai-tokens")).isEqualTo("InsufficientCredits");
        }

        @Test
        @DisplayName("never run out where their limit is soft")
        void softLimit() {
            stigg.customerOn("plan-ent");

            stigg.report("feature-ai-tokens", 10);

            assertThat(stigg.wallet().hasSoftLimit()).isTrue();
            assertThat(stigg.wallet().remaining()).isEqualTo(-10);
            assertThat(stigg.denial("feature-ai-tokens")).isEqualTo("none");
        }

        @Test
        @DisplayName("of a resource are its own where it has a subscription that gives them")
        void ofResource() {
            Conversation sites = Conversation.with(catalog -> {
                catalog.product("product-a");
                catalog.product("product-b").perResource();
                catalog.currency("cred-ai");
                catalog.plan("plan-a").in("product-a").free().credits("cred-ai", 100, everyMonth());
                catalog.plan("plan-b").in("product-b").free().credits("cred-ai", 7, everyMonth());
            });
            sites.customerOn("plan-a");
            sites.subscribe(PlanSelection.of("plan-b").forResource("site-1"));

            assertThat(sites.backend()
                            .explain(CreditQuery.of("cust-1", "cred-ai").forResource("site-1"))
                            .credits())
                    .extracting(CreditGrant::amount)
                    .containsExactly(7.0);
            assertThat(sites.wallet().usageLimit()).isEqualTo(100);
        }

        @Test
        @DisplayName("are there again with the next month")
        void areThereAgain() {
            stigg.customerOn("plan-pro");
            stigg.report("feature-ai-tokens", 500);

            stigg.advanceTo("2025-02-15T10:00:00Z");

            assertThat(stigg.wallet().remaining()).isEqualTo(500);
            assertThat(stigg.denial("feature-ai-tokens")).isEqualTo("none");
        }
    }
}
