package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription.Created;
import io.stigg.sdk.subscription.ProvisionedSubscription.PaymentRequired;
import io.stigg.sdk.subscription.ProvisionedSubscription.Unknown;
import io.stigg.sdk.subscription.Subscription;
import java.time.Instant;

final class ProvisionSubscriptionOperation extends Operation<ProvisionedSubscription> {
    private static final Document DOCUMENT = Document.of("ProvisionSubscription");

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
        return RecordWriter.input(request);
    }

    @Override
    public ProvisionedSubscription read(JsonView data, Instant askedAt) {
        JsonView answer = data.at("provisionSubscription");
        JsonView status = answer.at("status");
        return switch (status.text()) {
            case "SUCCESS" ->
                new Created(
                        RecordReader.read(Subscription.class, answer.at("subscription")),
                        EntitlementReader.snapshotIfAny(request.scope(), answer.at("entitlementsV2"), askedAt));
            case "PAYMENT_REQUIRED" ->
                new PaymentRequired(
                        answer.at("checkoutUrl").text(),
                        answer.find("checkoutBillingId").textIfAny());
            default -> {
                status.report("an unknown status, " + Anomalies.excerpt(status.text()));
                yield new Unknown(status.text());
            }
        };
    }
}
