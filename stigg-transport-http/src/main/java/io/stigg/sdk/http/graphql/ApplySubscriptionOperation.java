package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.Subscription;
import java.time.Instant;

final class ApplySubscriptionOperation extends Operation<AppliedSubscription> {
    private static final Document DOCUMENT = Document.of("ApplySubscription");

    private final ApplySubscription request;

    ApplySubscriptionOperation(ApplySubscription request) {
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
    public AppliedSubscription read(JsonView data, Instant askedAt) {
        JsonView answer = data.at("applySubscription");
        return new AppliedSubscription(
                answer.at("subscription").ifPresent(made -> RecordReader.read(Subscription.class, made)),
                EntitlementReader.snapshotIfAny(request.scope(), answer.at("entitlementsV2"), askedAt));
    }
}
