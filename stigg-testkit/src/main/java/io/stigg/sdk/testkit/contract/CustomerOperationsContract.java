package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.bulk.BulkImport;
import io.stigg.sdk.bulk.BulkProgress;
import io.stigg.sdk.bulk.BulkResult;
import io.stigg.sdk.bulk.FailedRow;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerAddress;
import io.stigg.sdk.customer.CustomerBillingInfo;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerRequest;
import io.stigg.sdk.customer.Customers;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.GetCustomerStatistics;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.SubscriptionCount;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Customers} comes to, whichever way it takes to Stigg. */
@DisplayName("Customers")
public abstract class CustomerOperationsContract extends OperationsContract {
    private static final String COUPON = "coupon-launch";

    /** For subclasses. */
    protected CustomerOperationsContract() {}

    private CustomerDetails details() {
        return ask(new GetCustomerById("cust-1"));
    }

    private EntitlementSnapshot entitlements() {
        return ask(new GetEntitlementsState(CustomerScope.of("cust-1"), Freshness.LATEST));
    }

    private static CustomerBillingInfo paidBy(String paymentMethodId) {
        return CustomerBillingInfo.builder().paymentMethodId(paymentMethodId).build();
    }

    @Nested
    @DisplayName("that are provisioned")
    class Provisioned {
        @Test
        @DisplayName("have all that the request says of them")
        void all() {
            Instant earlier = Instant.parse("2020-02-03T04:05:06Z");
            ask(ProvisionCustomer.builder("cust-1")
                    .name("Ann")
                    .email("ann@example.com")
                    .billingId("cus_1")
                    .couponId(COUPON)
                    .billingInformation(CustomerBillingInfo.builder()
                            .customerName("Ann Ltd")
                            .billingAddress(CustomerAddress.builder()
                                    .city("Berlin")
                                    .country("DE")
                                    .build())
                            .currency("EUR")
                            .paymentMethodId("pm_1")
                            .invoiceCustomFields(Map.of("department", "sales"))
                            .build())
                    .metadata(Map.of("seats", 3, "trusted", true, "tags", List.of("a", "b")))
                    .awsMarketplaceCustomerId("aws_1")
                    .crmId("crm_1")
                    .salesforceId("sf_1")
                    .createdAt(earlier)
                    .excludeFromExperiment(true)
                    .shouldSyncFree(true)
                    .build());

            CustomerDetails details = details();

            Customer customer = details.customer();
            assertThat(customer.name()).contains("Ann");
            assertThat(customer.email()).contains("ann@example.com");
            assertThat(customer.billingId()).contains("cus_1");
            assertThat(customer.awsMarketplaceCustomerId()).contains("aws_1");
            assertThat(customer.createdAt()).contains(earlier);
            assertThat(customer.metadata())
                    .containsEntry("trusted", true)
                    .containsEntry("tags", List.of("a", "b"))
                    .hasEntrySatisfying(
                            "seats",
                            seats -> assertThat(((Number) seats).doubleValue()).isEqualTo(3));
            assertThat(details.coupon().map(Coupon::id)).contains(COUPON);
            assertThat(details.hasPaymentMethod()).isTrue();
        }

        @Test
        @DisplayName("again are changed by what the request says, and keep the rest")
        void again() {
            ask(ProvisionCustomer.of("cust-1").withName("Ann").withMetadata("a", "1"));

            ask(ProvisionCustomer.of("cust-1").withEmail("ann@example.com").withMetadata("b", "2"));

            Customer customer = details().customer();
            assertThat(customer.name()).contains("Ann");
            assertThat(customer.email()).contains("ann@example.com");
            assertThat(customer.metadata()).containsEntry("a", "1").containsEntry("b", "2");
        }

        @Test
        @SuppressWarnings("deprecation")
        @DisplayName("by the older way are made without a subscription")
        void created() {
            Customers customers = CustomerOperationsContract.this::send;

            Customer made = customers.create(ProvisionCustomer.of("cust-1").withName("Ann"));

            assertThat(made.name()).contains("Ann");
            assertThat(details().subscriptions()).isEmpty();
        }

        @Test
        @DisplayName("with a coupon that there is not are not made")
        void wrongCoupon() {
            assertThat(refusal(ProvisionCustomer.of("cust-1").withCoupon("coupon-none")))
                    .isEqualTo(ErrorCode.COUPON_NOT_FOUND);

            assertThat(backend().customer("cust-1")).isEmpty();
        }
    }

    @Nested
    @DisplayName("that are updated")
    class Updated {
        @Test
        @DisplayName("have what the request says, and keep the rest")
        void keeps() {
            ask(ProvisionCustomer.of("cust-1")
                    .withName("Ann")
                    .withEmail("ann@example.com")
                    .withCoupon(COUPON));

            Customer answer = ask(UpdateCustomer.builder("cust-1")
                    .email("office@example.com")
                    .awsMarketplaceCustomerId("aws_1")
                    .billingInformation(paidBy("pm_1"))
                    .metadata(Map.of("tier", "gold"))
                    .shouldWaitSync(true)
                    .build());

            assertThat(answer.email()).contains("office@example.com");
            CustomerDetails details = details();
            assertThat(details.customer()).isEqualTo(answer);
            assertThat(details.customer().name()).contains("Ann");
            assertThat(details.customer().awsMarketplaceCustomerId()).contains("aws_1");
            assertThat(details.customer().metadata()).containsEntry("tier", "gold");
            assertThat(details.coupon().map(Coupon::id)).contains(COUPON);
            assertThat(details.hasPaymentMethod()).isTrue();
        }

        @Test
        @DisplayName("get a coupon, and lose it if it is cleared")
        void coupon() {
            ask(ProvisionCustomer.of("cust-1"));

            ask(UpdateCustomer.builder("cust-1").couponId(COUPON).build());
            Optional<Coupon> applied = details().coupon();
            ask(UpdateCustomer.builder("cust-1").clearCouponId().build());

            assertThat(applied.map(Coupon::id)).contains(COUPON);
            assertThat(details().coupon()).isEmpty();
        }

        @Test
        @DisplayName("to a coupon that there is not stay as they are")
        void wrongCoupon() {
            ask(ProvisionCustomer.of("cust-1").withName("Ann"));

            assertThat(refusal(UpdateCustomer.builder("cust-1")
                            .name("Bob")
                            .couponId("coupon-none")
                            .build()))
                    .isEqualTo(ErrorCode.COUPON_NOT_FOUND);

            assertThat(details().customer().name()).contains("Ann");
        }
    }

    @Nested
    @DisplayName("that are read")
    class Read {
        @Test
        @DisplayName("come with what was granted beside their subscriptions")
        void promotions() {
            ask(ProvisionCustomer.of("cust-1"));
            backend().promote("cust-1", Grant.of("feature-sso"));

            assertThat(details().promotionalEntitlements())
                    .extracting(PromotionalEntitlement::feature)
                    .extracting("id")
                    .containsExactly("feature-sso");
        }

        @Test
        @DisplayName("come with the number of live subscriptions of each kind of price")
        void statistics() {
            givenCustomer("cust-1", PlanSelection.of("plan-free"));
            givenCustomer("cust-1", PlanSelection.of("plan-site-starter").forResource("site-1"));
            givenCustomer("cust-1", PlanSelection.of("plan-basic"));

            assertThat(ask(new GetCustomerStatistics("cust-1")).activeSubscriptionsByPricingType())
                    .containsExactlyInAnyOrder(
                            new SubscriptionCount(PricingType.FREE, 1), new SubscriptionCount(PricingType.PAID, 1));
        }

        @Test
        @DisplayName("without subscriptions have nothing to count")
        void noStatistics() {
            ask(ProvisionCustomer.of("cust-1"));

            assertThat(ask(new GetCustomerStatistics("cust-1")).activeSubscriptionsByPricingType())
                    .isEmpty();
        }
    }

    static Stream<CustomerRequest<?>> requestsForNobody() {
        return Stream.of(
                new GetCustomerById("cust-none"),
                new GetCustomerStatistics("cust-none"),
                UpdateCustomer.builder("cust-none").name("Ann").build(),
                new ArchiveCustomer("cust-none"),
                new UnarchiveCustomer("cust-none"),
                new DetachCustomerPaymentMethod("cust-none"));
    }

    @ParameterizedTest
    @MethodSource("requestsForNobody")
    @DisplayName("that do not exist are refused as such")
    void missing(CustomerRequest<?> request) {
        assertThat(refusal(request)).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Nested
    @DisplayName("that are archived")
    class Archived {
        @Test
        @DisplayName("lose name and address, and are there no more")
        void gone() {
            ask(ProvisionCustomer.of("cust-1").withName("Ann").withEmail("ann@example.com"));

            Customer answer = ask(new ArchiveCustomer("cust-1"));

            assertThat(answer.id()).isEqualTo("cust-1");
            assertThat(answer.name()).isEmpty();
            assertThat(answer.email()).isEmpty();
            assertThat(refusal(new GetCustomerById("cust-1"))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(new ArchiveCustomer("cust-1"))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(backend().customer("cust-1")).isEmpty();
        }

        @Test
        @DisplayName("are denied everything, because they are archived")
        void denied() {
            givenCustomer("cust-1", PlanSelection.of("plan-free"));

            ask(new ArchiveCustomer("cust-1"));

            assertThat(entitlements().entitlements()).isEmpty();
            assertThat(entitlements().denial()).contains(Denial.of(AccessDeniedReason.CUSTOMER_IS_ARCHIVED));
            assertThat(backend()
                            .entitlement(MeteredQuery.of("cust-1", "feature-seats"))
                            .denial())
                    .contains(Denial.of(AccessDeniedReason.CUSTOMER_IS_ARCHIVED));
        }

        @Test
        @DisplayName("leave their ids taken")
        void taken() {
            ask(ProvisionCustomer.of("cust-1"));
            ask(new ArchiveCustomer("cust-1"));

            assertThat(refusal(ProvisionCustomer.of("cust-1"))).isEqualTo(ErrorCode.ENTITY_IS_ARCHIVED_ERROR);
            assertThat(refusal(ImportCustomer.builder("cust-1").build())).isEqualTo(ErrorCode.ENTITY_IS_ARCHIVED_ERROR);
        }

        @Test
        @DisplayName("come back nameless, with their subscriptions cancelled")
        void back() {
            ask(ProvisionCustomer.of("cust-1")
                    .withName("Ann")
                    .withBillingId("cus_1")
                    .subscribedTo(PlanSelection.of("plan-free")));
            ask(new ArchiveCustomer("cust-1"));

            Customer answer = ask(new UnarchiveCustomer("cust-1"));

            assertThat(answer.name()).isEmpty();
            assertThat(answer.billingId()).contains("cus_1");
            assertThat(details().hasActiveSubscription()).isFalse();
            assertThat(details().subscriptions()).hasSize(1);
            assertThat(entitlements().denial()).contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        }

        @Test
        @DisplayName("come back with what was granted beside subscriptions")
        void backWithPromotions() {
            ask(ProvisionCustomer.of("cust-1"));
            backend().promote("cust-1", Grant.of("feature-sso"));
            ask(new ArchiveCustomer("cust-1"));

            ask(new UnarchiveCustomer("cust-1"));

            assertThat(entitlements().entitlements()).hasSize(1);
        }
    }

    @Test
    @DisplayName("whose payment method is detached have none")
    void detached() {
        ask(ProvisionCustomer.builder("cust-1")
                .billingInformation(paidBy("pm_1"))
                .build());

        Customer answer = ask(new DetachCustomerPaymentMethod("cust-1"));

        assertThat(answer.id()).isEqualTo("cust-1");
        assertThat(details().hasPaymentMethod()).isFalse();
    }

    @Nested
    @DisplayName("that are imported")
    class Imported {
        @Test
        @DisplayName("are made")
        void made() {
            Customer answer = ask(ImportCustomer.builder("cust-1")
                    .name("Ann")
                    .email("ann@example.com")
                    .billingId("cus_1")
                    .paymentMethodId("pm_1")
                    .salesforceId("sf_1")
                    .updatedAt(Instant.parse("2024-01-01T00:00:00Z"))
                    .metadata(Map.of("tier", "gold"))
                    .build());

            assertThat(answer.name()).contains("Ann");
            assertThat(details().customer()).isEqualTo(answer);
            assertThat(answer.billingId()).contains("cus_1");
            assertThat(answer.metadata()).containsEntry("tier", "gold");
            assertThat(details().hasPaymentMethod()).isTrue();
        }

        @Test
        @DisplayName("are updated if they are there")
        void updated() {
            ask(ProvisionCustomer.of("cust-1").withName("Ann").withCoupon(COUPON));

            ask(ImportCustomer.builder("cust-1").email("ann@example.com").build());

            assertThat(details().customer().name()).contains("Ann");
            assertThat(details().customer().email()).contains("ann@example.com");
            assertThat(details().coupon()).isPresent();
        }

        @Test
        @DisplayName("several in one request are made")
        void bulk() {
            ask(new ImportCustomerBulk(
                    List.of(
                            ImportCustomer.builder("cust-1").name("Ann").build(),
                            ImportCustomer.builder("cust-2").name("Bob").build()),
                    Optional.of("integration-1")));

            assertThat(backend().customer("cust-1").flatMap(Customer::name)).contains("Ann");
            assertThat(backend().customer("cust-2").flatMap(Customer::name)).contains("Bob");
        }

        @Test
        @DisplayName("in any number are sent in chunks, of which one that is refused does not hold up the others")
        void chunks() {
            ask(ProvisionCustomer.of("cust-4"));
            ask(new ArchiveCustomer("cust-4"));
            List<ImportCustomer> rows = IntStream.range(0, 25)
                    .mapToObj(each -> ImportCustomer.builder("cust-" + each).build())
                    .toList();
            List<BulkProgress> told = new ArrayList<>();
            Customers customers = CustomerOperationsContract.this::send;

            BulkResult<ImportCustomer> result = customers.importBulk(
                    rows, BulkImport.defaults().withChunkSize(10).onProgress(told::add));

            assertThat(result.accepted()).isEqualTo(15);
            assertThat(result.failedRows()).isEqualTo(rows.subList(0, 10));
            assertThat(result.failed())
                    .extracting(FailedRow::error)
                    .allSatisfy(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    StiggApiException.class,
                                    refused ->
                                            assertThat(refused.code()).isEqualTo(ErrorCode.ENTITY_IS_ARCHIVED_ERROR)));
            assertThat(rows)
                    .filteredOn(row -> backend().customer(row.customerId()).isPresent())
                    .isEqualTo(rows.subList(10, 25));
            assertThat(told).hasSize(3).last().isEqualTo(new BulkProgress(25, 10, 25));
        }
    }

    /** As a client does it. */
    private <R> R send(CustomerRequest<R> request) {
        try {
            return ask(request);
        } catch (CompletionException failure) {
            throw (RuntimeException) failure.getCause();
        }
    }
}
