package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import java.time.Instant;

final class ProvisionSubscriptionOperation extends Operation<ProvisionedSubscription> {
    private static final Document DOCUMENT =
            Document.of("ProvisionSubscription", "SubscriptionFields", "EntitlementFields");
    private static final WireEnum<ProvisionedSubscription.Status> STATUS =
            WireEnum.of(ProvisionedSubscription.Status.class, ProvisionedSubscription.Status.UNKNOWN);

    private final ProvisionSubscription request;

    ProvisionSubscriptionOperation(ProvisionSubscription request) {
        super(DOCUMENT);
        this.request = request;
    }

    /** A second one would replace the first subscription, and may charge for it. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    JsonObject variables() {
        Input input = SelectionInput.of(request.selection())
                .put("customerId", request.customerId())
                .putInstant("startDate", request.startDate());
        return new Input().put("input", input).toJson();
    }

    @Override
    public ProvisionedSubscription read(JsonView data, Instant askedAt) {
        JsonView answer = data.at("provisionSubscription");
        return new ProvisionedSubscription(
                STATUS.read(answer.at("status")),
                answer.at("subscription").ifPresent(SubscriptionReader::subscription),
                answer.at("checkoutUrl").textIfAny(),
                EntitlementReader.snapshotIfAny(request.scope(), answer.at("entitlementsV2"), askedAt));
    }
}
