package io.stigg.sdk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.Change;
import io.stigg.sdk.billing.TaxId;
import io.stigg.sdk.subscription.PlanSelection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Requests about customers")
class CustomerRequestsTest {
    private static final ProvisionCustomer FULL = ProvisionCustomer.builder("cust-1")
            .name("Ann")
            .email("ann@example.com")
            .billingId("cus_1")
            .couponId("coupon-1")
            .billingInformation(CustomerBillingInfo.builder()
                    .taxIds(List.of(new TaxId("eu_vat", "DE1")))
                    .build())
            .metadata(Map.of("a", 1))
            .awsMarketplaceCustomerId("aws_1")
            .crmId("crm_1")
            .salesforceId("sf_1")
            .createdAt(Instant.EPOCH)
            .excludeFromExperiment(true)
            .shouldSyncFree(false)
            .subscription(PlanSelection.of("plan-1"))
            .build();

    @Test
    @DisplayName("keep what they have when one thing more is set")
    void withers() {
        ProvisionCustomer changed = FULL.withName("Bob").withMetadata("b", "2");

        assertThat(changed.name()).contains("Bob");
        assertThat(changed.metadata()).isEqualTo(Map.of("a", 1, "b", "2"));
        assertThat(changed.toBuilder().name("Ann").metadata(Map.of("a", 1)).build())
                .isEqualTo(FULL);
    }

    @Test
    @DisplayName("that change one keep its coupon, set it or clear it")
    void coupon() {
        UpdateCustomer.Builder change = UpdateCustomer.builder("cust-1");

        assertThat(change.build().couponId()).isEqualTo(Change.keep());
        assertThat(change.couponId("coupon-1").build().couponId()).isEqualTo(Change.to("coupon-1"));
        assertThat(change.clearCouponId().build().couponId()).isEqualTo(Change.clear());
    }

    @Test
    @SuppressWarnings("deprecation")
    @DisplayName("by the older way to make one have no subscription")
    void create() {
        Customers customers = CustomerRequestsTest::nobody;

        assertThatThrownBy(() -> customers.create(FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subscription");
    }

    private static <R> R nobody(CustomerRequest<R> request) {
        throw new AssertionError("nothing was to be sent: " + request);
    }

    static List<Arguments> refused() {
        return List.of(
                refused("customerId", () -> UpdateCustomer.builder(" ").build()),
                refused("customerId", () -> ImportCustomer.builder("").build()),
                refused("customerId", () -> new ArchiveCustomer("")),
                refused("customerId", () -> new UnarchiveCustomer("")),
                refused("customerId", () -> new DetachCustomerPaymentMethod("")),
                refused("customerId", () -> new GetCustomerStatistics("")),
                refused("customers", () -> new ImportCustomerBulk(List.of(), Optional.empty())),
                refused(
                        "integrationId",
                        () -> new ImportCustomerBulk(
                                List.of(ImportCustomer.builder("cust-1").build()), Optional.of(""))),
                refused("couponId", () -> FULL.withCoupon(" ")),
                refused(
                        "couponId",
                        () -> UpdateCustomer.builder("cust-1").couponId("").build()),
                refused(
                        "currency",
                        () -> CustomerBillingInfo.builder().currency("").build()));
    }

    private static Arguments refused(String name, ThrowingCallable request) {
        return Arguments.of(name, request);
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("refuse what cannot be meant, by its name")
    void refuse(String name, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
    }
}
