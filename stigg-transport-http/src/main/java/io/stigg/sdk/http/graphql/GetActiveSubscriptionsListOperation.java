package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.GetActiveSubscriptionsList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class GetActiveSubscriptionsListOperation extends Operation<List<ActiveSubscription>> {
    private static final Document DOCUMENT = Document.of("GetActiveSubscriptionsList");

    private final GetActiveSubscriptionsList request;

    GetActiveSubscriptionsListOperation(GetActiveSubscriptionsList request) {
        super(DOCUMENT);
        this.request = request;
    }

    @Override
    public Optional<String> edgePath() {
        String query = Stream.concat(
                        request.resourceId().stream().map(id -> "resourceId=" + PercentEncoding.of(id)),
                        request.resourceIds().stream().map(id -> "resourceIds=" + PercentEncoding.of(id)))
                .collect(Collectors.joining("&"));
        return Optional.of("/v1/c/" + PercentEncoding.of(request.customerId()) + "/subscriptions.json"
                + (query.isEmpty() ? "" : "?" + query));
    }

    @Override
    JsonObject variables() {
        return RecordWriter.input(request);
    }

    @Override
    public List<ActiveSubscription> read(JsonView data, Instant askedAt) {
        return data.at("getActiveSubscriptions").elements().stream()
                .map(each -> RecordReader.read(ActiveSubscription.class, each))
                .toList();
    }
}
