package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers the roots that Stigg's widgets use: the checkout, the payment, and what they report of checks. */
final class WidgetRoots {
    private static final Set<Subscription.Status> RUNNING =
            Set.of(Subscription.Status.ACTIVE, Subscription.Status.IN_TRIAL);

    private final StiggBackend backend;
    private final Details details;

    WidgetRoots(StiggBackend backend) {
        this.backend = backend;
        this.details = new Details(backend);
    }

    Map<String, DataFetcher<?>> queries() {
        return Map.of("checkoutState", environment -> checkoutState(argument(environment, "input")));
    }

    Map<String, DataFetcher<?>> mutations() {
        return Map.of(
                "createPaymentSession",
                environment -> paymentSession(argument(environment, "input")),
                "reportEntitlementCheckRequested",
                environment -> reported(argument(environment, "entitlementCheckRequested")));
    }

    private static Input argument(DataFetchingEnvironment environment, String name) {
        return new Input(requireNonNull(environment.getArgument(name)));
    }

    private Map<String, Object> checkoutState(Input input) {
        CustomerDetails customer = customer(input);
        String planId = input.text("planId");
        Object plan = details.plan(planId)
                .orElseThrow(() -> Refusal.of(ErrorCode.PLAN_NOT_FOUND, "Plan not found: " + planId));
        if (!backend.isBillingConnected()) {
            throw Refusal.of(ErrorCode.BILLING_INTEGRATION_MISSING, "No billing system is connected");
        }
        return new Fields()
                .with("customer", customer)
                .with("plan", plan)
                .with("activeSubscription", activeSubscription(customer, planId, input.optionalId("resourceId")))
                .with(
                        "resource",
                        input.optionalId("resourceId")
                                .map(id -> new Fields().with("resourceId", id).toMap()))
                .with("setupSecret", "setup-" + of(customer, planId))
                .with("billingIntegration", billing())
                .toMap();
    }

    private static Map<String, Object> billing() {
        return new Fields()
                .with("billingIdentifier", "STRIPE")
                .with(
                        "credentials",
                        new Fields()
                                .with("accountId", "account-emulated")
                                .with("publicKey", "public-key-emulated")
                                .toMap())
                .toMap();
    }

    /** What the plan would come in place of: a subscription to the same product. */
    private Optional<SubscriptionDetails> activeSubscription(
            CustomerDetails customer, String planId, Optional<String> resourceId) {
        Optional<String> productId = backend.catalog().plan(planId).map(plan -> plan.productId());
        return customer.subscriptions().stream()
                .filter(known -> RUNNING.contains(known.subscription().status()))
                .filter(known -> known.subscription().resourceId().equals(resourceId))
                .filter(known -> backend.catalog()
                        .plan(known.subscription().planId())
                        .map(plan -> plan.productId())
                        .equals(productId))
                .findFirst();
    }

    private Map<String, Object> paymentSession(Input input) {
        return new Fields()
                .with(
                        "token",
                        backend.openPaymentSession(input.text("customerId"), input.text("planId"))
                                .id())
                .toMap();
    }

    /** Statistics are Stigg's own affair; of whom they are is checked. */
    private boolean reported(Input input) {
        customer(input);
        String featureId = input.text("featureId");
        if (backend.catalog().feature(featureId).isEmpty()) {
            throw Refusal.of(ErrorCode.FEATURE_NOT_FOUND, "Feature not found: " + featureId);
        }
        return true;
    }

    private CustomerDetails customer(Input input) {
        String customerId = input.text("customerId");
        return backend.customerDetails(customerId)
                .orElseThrow(() -> Refusal.of(ErrorCode.CUSTOMER_NOT_FOUND, "Customer not found: " + customerId));
    }

    private static UUID of(CustomerDetails customer, String planId) {
        return UUID.nameUUIDFromBytes((customer.customer().id() + ":" + planId).getBytes(UTF_8));
    }
}
