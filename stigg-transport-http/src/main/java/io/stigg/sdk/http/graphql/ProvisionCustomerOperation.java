package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.subscription.Subscription;
import java.time.Instant;

/** Repeatable, because it makes or updates the customer of that id. */
final class ProvisionCustomerOperation extends Operation<ProvisionedCustomer> {
    private static final Document DOCUMENT = Document.of("ProvisionCustomer");
    private static final WireEnum<ProvisionedCustomer.Decision> DECISION =
            WireEnum.of(ProvisionedCustomer.Decision.class, ProvisionedCustomer.Decision.UNKNOWN);

    private final ProvisionCustomer request;

    ProvisionCustomerOperation(ProvisionCustomer request) {
        super(DOCUMENT);
        this.request = request;
    }

    @Override
    JsonObject variables() {
        JsonObject variables = new JsonObject();
        variables.add("input", RecordWriter.write(request));
        return variables;
    }

    @Override
    public ProvisionedCustomer read(JsonView data, Instant askedAt) {
        JsonView answer = data.at("provisionCustomer");
        return new ProvisionedCustomer(
                RecordReader.read(Customer.class, answer.at("customer")),
                DECISION.read(answer.at("subscriptionDecisionStrategy")),
                answer.at("subscription").ifPresent(made -> RecordReader.read(Subscription.class, made)),
                EntitlementReader.snapshotIfAny(request.scope(), answer.at("entitlementsV2"), askedAt));
    }
}
