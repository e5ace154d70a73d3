package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.GetActiveSubscriptions;
import io.stigg.sdk.subscription.GetActiveSubscriptionsList;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionFilter;
import io.stigg.sdk.subscription.SubscriptionSort;
import io.stigg.sdk.subscription.SubscriptionSortField;
import io.stigg.sdk.subscription.SubscriptionSummary;
import io.stigg.sdk.subscription.TimeFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lists of {@link io.stigg.sdk.subscription.Subscriptions} tell, whichever way they take from Stigg. */
@DisplayName("Lists of subscriptions")
public abstract class SubscriptionListsContract extends OperationsContract {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");
    private static final Instant NEXT_MONTH = Instant.parse("2025-02-15T10:00:00Z");

    /** For subclasses. */
    protected SubscriptionListsContract() {}

    private static PlanSelection plan(String planId, String subscriptionId) {
        return PlanSelection.of(planId).withoutTrial().withSubscriptionId(subscriptionId);
    }

    private void subscribe(String customerId, PlanSelection selection) {
        ask(ProvisionSubscription.of(customerId, selection));
    }

    @Nested
    @DisplayName("of all customers")
    class OfAll {
        /** Three customers; the second has two sites beside, and the third has come down from a plan. */
        private void givenSubscriptions() {
            givenCustomer("anna", plan("plan-free", "s1"));
            givenCustomer("bert", plan("plan-basic", "s2"));
            subscribe("bert", plan("plan-site-plus", "s3").forResource("site-1"));
            subscribe("bert", plan("plan-site-starter", "s4").forResource("site-2"));
            givenCustomer("cleo", plan("plan-pro", "s5").withQuantity("feature-seats", 3));
            subscribe("cleo", plan("plan-free", "s6"));
        }

        private List<String> ids(GetSubscriptions request) {
            return ask(request).items().stream().map(SubscriptionSummary::id).toList();
        }

        static Stream<Arguments> filters() {
            return Stream.of(
                    Arguments.of("a customer", SubscriptionFilter.builder().customerId("bert"), "s2 s3 s4"),
                    Arguments.of("customers", SubscriptionFilter.builder().customerId("anna", "bert"), "s1 s2 s3 s4"),
                    Arguments.of("a resource", SubscriptionFilter.builder().resourceId("site-2"), "s4"),
                    Arguments.of("resources", SubscriptionFilter.builder().resourceId("site-1", "site-2"), "s3 s4"),
                    Arguments.of("a status", SubscriptionFilter.builder().status(Status.CANCELED), "s5"),
                    Arguments.of(
                            "statuses",
                            SubscriptionFilter.builder().status(Status.CANCELED, Status.ACTIVE),
                            "s1 s2 s3 s4 s5 s6"),
                    Arguments.of("a product", SubscriptionFilter.builder().productId("product-sites"), "s3 s4"),
                    Arguments.of(
                            "products",
                            SubscriptionFilter.builder().productId("product-sites", "product-acme"),
                            "s1 s2 s3 s4 s5 s6"),
                    Arguments.of("ids", SubscriptionFilter.builder().subscriptionId("s1", "s6"), "s1 s6"),
                    Arguments.of("a plan", SubscriptionFilter.builder().planId("plan-free"), "s1 s6"),
                    Arguments.of(
                            "a kind of price", SubscriptionFilter.builder().pricingType(PricingType.FREE), "s1 s4 s6"),
                    Arguments.of(
                            "an unknown billing id",
                            SubscriptionFilter.builder().billingId("sub_1"),
                            ""),
                    Arguments.of(
                            "a start",
                            SubscriptionFilter.builder().startDate(TimeFilter.between(START, START)),
                            "s1 s2 s3 s4 s5 s6"),
                    Arguments.of(
                            "a later start",
                            SubscriptionFilter.builder().startDate(TimeFilter.from(START.plusMillis(1))),
                            ""),
                    Arguments.of("an end", SubscriptionFilter.builder().endDate(TimeFilter.until(START)), "s5"),
                    Arguments.of(
                            "a cancellation",
                            SubscriptionFilter.builder().cancellationDate(TimeFilter.from(START)),
                            "s5"),
                    Arguments.of(
                            "several things at once",
                            SubscriptionFilter.builder().customerId("bert").pricingType(PricingType.PAID),
                            "s2 s3"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("filters")
        @DisplayName("are narrowed by")
        void filtered(String what, SubscriptionFilter.Builder filter, String expected) {
            givenSubscriptions();

            List<String> found = ids(GetSubscriptions.matching(filter.build()));

            assertThat(String.join(" ", found)).as(what).isEqualTo(expected);
        }

        @Test
        @DisplayName("tell the plan, the add-ons, the resource and the billing period")
        void told() {
            givenCustomer("bert", plan("plan-basic", "s1").withAddon("addon-calls", 2));
            subscribe("bert", plan("plan-site-starter", "s2").forResource("site-1"));

            List<SubscriptionSummary> found =
                    ask(GetSubscriptions.matching(SubscriptionFilter.all())).items();

            assertThat(found)
                    .containsExactly(
                            new SubscriptionSummary(
                                    "s1",
                                    "bert",
                                    Optional.empty(),
                                    Optional.empty(),
                                    "plan-basic",
                                    "Basic",
                                    Status.ACTIVE,
                                    PricingType.PAID,
                                    Map.of("addon-calls", 2),
                                    START,
                                    Optional.of(NEXT_MONTH),
                                    Optional.empty(),
                                    Optional.empty()),
                            new SubscriptionSummary(
                                    "s2",
                                    "bert",
                                    Optional.empty(),
                                    Optional.of("site-1"),
                                    "plan-site-starter",
                                    "Site starter",
                                    Status.ACTIVE,
                                    PricingType.FREE,
                                    Map.of(),
                                    START,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()));
        }

        @Test
        @DisplayName("come in pages of ten, unless another size is asked for")
        void paged() {
            List<String> made = new ArrayList<>();
            for (int i = 10; i < 22; i++) {
                givenCustomer("cust-" + i, plan("plan-free", "s" + i));
                made.add("s" + i);
            }
            GetSubscriptions request = GetSubscriptions.matching(SubscriptionFilter.all());

            Page<SubscriptionSummary> first = ask(request);
            Page<SubscriptionSummary> last = ask(request.at(Paging.last(3)));
            List<String> all = Page.all(request.at(Paging.first(5)), asked -> ask(asked))
                    .map(SubscriptionSummary::id)
                    .toList();

            assertThat(first.items()).hasSize(10);
            assertThat(first.hasNextPage()).isTrue();
            assertThat(last.items()).extracting(SubscriptionSummary::id).isEqualTo(made.subList(9, 12));
            assertThat(all).isEqualTo(made);
        }

        @Test
        @DisplayName("are sorted by one thing, and by another where the first is alike")
        void sorted() {
            givenSubscriptions();
            GetSubscriptions all = GetSubscriptions.matching(SubscriptionFilter.all());

            List<String> byResource = ids(all.sortedBy(
                    SubscriptionSort.ascending(SubscriptionSortField.RESOURCE_ID),
                    SubscriptionSort.descending(SubscriptionSortField.SUBSCRIPTION_ID)));
            List<String> resourcesLast = ids(all.sortedBy(SubscriptionSort.descending(SubscriptionSortField.RESOURCE_ID)
                    .with(SubscriptionSort.Nulls.NULLS_LAST)));

            assertThat(byResource).containsExactly("s3", "s4", "s6", "s5", "s2", "s1");
            assertThat(resourcesLast).containsExactly("s4", "s3", "s1", "s2", "s5", "s6");
        }

        @Test
        @DisplayName("are found by when they were made, and refused by what is not kept here")
        void madeAndRefused() {
            SubscriptionFilter made = SubscriptionFilter.builder()
                    .createdAt(TimeFilter.from(backend().now().plusSeconds(1)))
                    .build();
            SubscriptionSort sort = SubscriptionSort.ascending(SubscriptionSortField.SALESFORCE_ID);

            assertThat(ask(GetSubscriptions.matching(made)).items()).isEmpty();
            assertThat(refusal(
                            GetSubscriptions.matching(SubscriptionFilter.all()).sortedBy(sort)))
                    .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        }
    }

    @Nested
    @DisplayName("that give access now")
    class Active {
        private void givenCustomerWithSites() {
            ask(ProvisionCustomer.of("bert/1"));
            subscribe(
                    "bert/1",
                    plan("plan-basic", "s1").billed(BillingPeriod.ANNUALLY).withAddon("addon-calls", 2));
            subscribe("bert/1", plan("plan-site-plus", "s2").forResource("site 1"));
            subscribe("bert/1", plan("plan-site-starter", "s3").forResource("site&2"));
            subscribe("bert/1", plan("plan-site-starter", "s4").forResource("site-3"));
            ask(CancelSubscription.of("s4"));
        }

        private List<String> listed(GetActiveSubscriptionsList request) {
            return ask(request).stream().map(ActiveSubscription::id).toList();
        }

        @Test
        @DisplayName("are those of the customer, of a resource, or of several")
        void scoped() {
            givenCustomerWithSites();
            GetActiveSubscriptionsList list = GetActiveSubscriptionsList.of("bert/1");

            assertThat(listed(list)).containsExactly("s1");
            assertThat(listed(list.forResource("site&2"))).containsExactly("s3");
            assertThat(listed(list.forResources(List.of("site 1", "site&2", "site-3"))))
                    .containsExactly("s2", "s3");
            assertThat(listed(list.forResource("site-3"))).isEmpty();
        }

        @Test
        @DisplayName("tell the plan and its product, the add-ons and the billing period")
        void told() {
            givenCustomerWithSites();

            ActiveSubscription told =
                    ask(GetActiveSubscriptionsList.of("bert/1")).get(0);

            assertThat(told.customerId()).isEqualTo("bert/1");
            assertThat(told.plan().id()).isEqualTo("plan-basic");
            assertThat(told.plan().displayName()).isEqualTo("Basic");
            assertThat(told.plan().product().orElseThrow().id()).isEqualTo("product-acme");
            assertThat(told.status()).isEqualTo(Status.ACTIVE);
            assertThat(told.addons()).isEqualTo(Map.of("addon-calls", 2));
            assertThat(told.startDate()).isEqualTo(START);
            assertThat(told.billingPeriod()).contains(BillingPeriod.ANNUALLY);
            assertThat(told.currentBillingPeriodStart()).contains(START);
            assertThat(told.currentBillingPeriodEnd()).contains(Instant.parse("2026-01-15T10:00:00Z"));
        }

        @Test
        @DisplayName("are told in full, when that is asked for")
        void inFull() {
            givenCustomerWithSites();
            GetActiveSubscriptions request = GetActiveSubscriptions.of("bert/1");

            List<SubscriptionDetails> global = ask(request);
            List<SubscriptionDetails> ofSites = ask(request.forResources(List.of("site 1", "site&2")));

            assertThat(global).extracting(each -> each.plan().id()).containsExactly("plan-basic");
            assertThat(ofSites)
                    .extracting(each -> each.subscription().resourceId().orElseThrow())
                    .containsExactly("site 1", "site&2");
        }

        @Test
        @DisplayName("are nobody's that is not known")
        void unknownCustomer() {
            assertThat(refusal(GetActiveSubscriptions.of("nobody"))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(GetActiveSubscriptionsList.of("nobody"))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        }
    }
}
