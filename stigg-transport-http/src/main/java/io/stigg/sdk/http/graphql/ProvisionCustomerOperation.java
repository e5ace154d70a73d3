package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import java.time.Instant;

/** Repeatable, because it makes or updates the customer of that id. */
final class ProvisionCustomerOperation extends Operation<ProvisionedCustomer> {
    private static final Document DOCUMENT =
            Document.of("ProvisionCustomer", "SubscriptionFields", "EntitlementFields");
    private static final WireEnum<ProvisionedCustomer.Decision> DECISION =
            WireEnum.of(ProvisionedCustomer.Decision.class, ProvisionedCustomer.Decision.UNKNOWN);

    private final ProvisionCustomer request;

    ProvisionCustomerOperation(ProvisionCustomer request) {
        super(DOCUMENT);
        this.request = request;
    }

    @Override
    JsonObject variables() {
        Input input = new Input()
                .put("refId", request.customerId())
                .put("name", request.name())
                .put("email", request.email())
                .put("billingId", request.billingId())
                .put("couponRefId", request.couponId())
                .putAll("additionalMetaData", request.metadata());
        request.subscription().ifPresent(selection -> input.put("subscriptionParams", SelectionInput.of(selection)));
        return new Input().put("input", input).toJson();
    }

    @Override
    public ProvisionedCustomer read(JsonView data, Instant askedAt) {
        JsonView answer = data.at("provisionCustomer");
        return new ProvisionedCustomer(
                customer(answer.at("customer")),
                DECISION.read(answer.at("subscriptionDecisionStrategy")),
                answer.at("subscription").ifPresent(SubscriptionReader::subscription),
                EntitlementReader.snapshotIfAny(request.scope(), answer.at("entitlementsV2"), askedAt));
    }

    private static Customer customer(JsonView customer) {
        return new Customer(
                customer.at("refId").id(),
                customer.at("name").textIfAny(),
                customer.at("email").textIfAny(),
                customer.at("billingId").textIfAny(),
                customer.at("createdAt").instantIfAny(),
                customer.at("updatedAt").instant(),
                customer.at("additionalMetaData").members());
    }
}
