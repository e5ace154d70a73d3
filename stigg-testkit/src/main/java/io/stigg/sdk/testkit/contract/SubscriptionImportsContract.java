package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.bulk.BulkImport;
import io.stigg.sdk.bulk.BulkResult;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.Charge;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.OlderSubscriptionEntitlement;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionEntitlement;
import io.stigg.sdk.subscription.Subscriptions;
import io.stigg.sdk.subscription.UsageTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What imports of subscriptions come to, whichever way they take to Stigg. */
@DisplayName("Subscriptions that are imported")
public abstract class SubscriptionImportsContract extends OperationsContract {
    /** For subclasses. */
    protected SubscriptionImportsContract() {}

    @BeforeEach
    final void aCustomer() {
        ask(ProvisionCustomer.of("cust-1"));
    }

    private Instant now() {
        return backend().clock().now();
    }

    private void take(ImportSubscription... rows) {
        ask(new ImportSubscriptionsBulk(List.of(rows), Optional.empty()));
    }

    private Subscription only() {
        List<Subscription> subscriptions = backend().subscriptions("cust-1");
        assertThat(subscriptions).hasSize(1);
        return subscriptions.get(0);
    }

    @Test
    @DisplayName("are made as they are described")
    void made() {
        Instant start = now().minus(Duration.ofDays(40));
        Instant end = now().plus(Duration.ofDays(40));
        ask(new ImportSubscriptionsBulk(
                List.of(ImportSubscription.builder("cust-1", "plan-pro")
                        .subscriptionId("sub-1")
                        .billingId("sub_stripe")
                        .billingPeriod(BillingPeriod.MONTHLY)
                        .startDate(start)
                        .endDate(end)
                        .quantities(Map.of("feature-seats", 7.0))
                        .salesforceId("sf_1")
                        .updatedAt(start)
                        .metadata(Map.of("origin", "old system"))
                        .build()),
                Optional.of("integration-1")));

        Subscription subscription = only();
        assertThat(subscription.id()).isEqualTo("sub-1");
        assertThat(subscription.status()).isEqualTo(Subscription.Status.ACTIVE);
        assertThat(subscription.startDate()).isEqualTo(start.truncatedTo(ChronoUnit.MILLIS));
        assertThat(subscription.metadata()).containsEntry("origin", "old system");
        assertThat(backend()
                        .entitlement(MeteredQuery.of("cust-1", "feature-seats").requesting(7))
                        .denial())
                .isEmpty();
    }

    @Test
    @DisplayName("have the quantities that are given as charges")
    void charges() {
        take(ImportSubscription.builder("cust-1", "plan-pro")
                .charges(List.of(Charge.feature("feature-seats", 5)))
                .build());

        assertThat(backend()
                        .entitlement(MeteredQuery.of("cust-1", "feature-seats").requesting(6))
                        .denial())
                .isPresent();
    }

    @Test
    @DisplayName("take the place of those of the same id")
    void again() {
        take(ImportSubscription.builder("cust-1", "plan-free")
                .subscriptionId("sub-1")
                .build());

        take(ImportSubscription.builder("cust-1", "plan-pro")
                .subscriptionId("sub-1")
                .quantities(Map.of("feature-seats", 3.0))
                .build());

        assertThat(only().planId()).isEqualTo("plan-pro");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        ImportSubscription.builder("cust-none", "plan-free").build(), ErrorCode.CUSTOMER_NOT_FOUND),
                Arguments.of(ImportSubscription.builder("cust-1", "plan-none").build(), ErrorCode.PLAN_NOT_FOUND),
                Arguments.of(
                        ImportSubscription.builder("cust-1", "plan-free")
                                .unitQuantity(2)
                                .build(),
                        ErrorCode.INVALID_QUANTITY),
                Arguments.of(
                        ImportSubscription.builder("cust-1", "plan-free")
                                .entitlements(
                                        List.of(SubscriptionEntitlement.feature("feature-none", UsageTerms.none())))
                                .build(),
                        ErrorCode.FEATURE_NOT_FOUND),
                Arguments.of(
                        ImportSubscription.builder("cust-1", "plan-free")
                                .subscriptionEntitlements(
                                        List.of(OlderSubscriptionEntitlement.of("feature-none", UsageTerms.none())))
                                .build(),
                        ErrorCode.FEATURE_NOT_FOUND),
                Arguments.of(
                        ImportSubscription.builder("cust-1", "plan-free")
                                .endDate(Instant.EPOCH)
                                .build(),
                        ErrorCode.INVALID_CANCELLATION_DATE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("that cannot be made are refused, and those in the same request with them")
    void refused(ImportSubscription wrong, ErrorCode code) {
        ImportSubscription right =
                ImportSubscription.builder("cust-1", "plan-free").build();

        assertThat(refusal(new ImportSubscriptionsBulk(List.of(right, wrong), Optional.empty())))
                .isEqualTo(code);

        assertThat(backend().subscriptions("cust-1")).isEmpty();
    }

    @Test
    @DisplayName("with the id of another customer's are refused")
    void stolenId() {
        ask(ProvisionCustomer.of("cust-2"));
        take(ImportSubscription.builder("cust-1", "plan-free")
                .subscriptionId("sub-1")
                .build());

        assertThat(refusal(new ImportSubscriptionsBulk(
                        List.of(ImportSubscription.builder("cust-2", "plan-free")
                                .subscriptionId("sub-1")
                                .build()),
                        Optional.empty())))
                .isEqualTo(ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED);
    }

    @Test
    @DisplayName("in any number are sent in chunks, of which one that is refused does not hold up the others")
    void chunks() {
        IntStream.range(2, 7).forEach(each -> ask(ProvisionCustomer.of("cust-" + each)));
        List<ImportSubscription> rows = Stream.of("cust-2", "cust-3", "cust-none", "cust-4", "cust-5", "cust-6")
                .map(id -> ImportSubscription.builder(id, "plan-free").build())
                .toList();
        Subscriptions subscriptions = this::ask;

        BulkResult<ImportSubscription> result =
                subscriptions.importBulk(rows, BulkImport.defaults().withChunkSize(2));

        assertThat(result.failedRows()).isEqualTo(rows.subList(2, 4));
        assertThat(rows)
                .filteredOn(row -> !backend().subscriptions(row.customerId()).isEmpty())
                .extracting(ImportSubscription::customerId)
                .containsExactly("cust-2", "cust-3", "cust-5", "cust-6");
    }
}
