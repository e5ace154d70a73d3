package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import java.time.Instant;
import java.util.Optional;

final class GetPaywallOperation extends Operation<Paywall> {
    private static final Document DOCUMENT = Document.of("GetPaywall");

    private final GetPaywall request;

    GetPaywallOperation(GetPaywall request) {
        super(DOCUMENT);
        this.request = request;
    }

    /** The edge has what anybody sees, and does not know of resources, offers or other widgets. */
    @Override
    public Optional<String> edgePath() {
        boolean isForAnybody = request.customerId().isEmpty()
                && request.resourceId().isEmpty()
                && request.offerId().isEmpty()
                && request.context().isEmpty();
        return isForAnybody ? Optional.of(path() + "?" + query()) : Optional.empty();
    }

    private String path() {
        String product =
                request.productId().map(id -> "/p/" + PercentEncoding.of(id)).orElse("");
        return "/v1" + product + "/paywall.json";
    }

    private String query() {
        String country = request.billingCountryCode()
                .map(code -> "&billingCountryCode=" + PercentEncoding.of(code))
                .orElse("");
        String hidden = request.includeHiddenPlans() ? "&includeHiddenPlans=true" : "";
        return "fetchAllCountriesPrices=" + request.fetchAllCountriesPrices() + country + hidden;
    }

    @Override
    JsonObject variables() {
        JsonObject variables = new JsonObject();
        variables.add("input", RecordWriter.write(request));
        return variables;
    }

    @Override
    public Paywall read(JsonView data, Instant askedAt) {
        return RecordReader.read(Paywall.class, data.at("paywall"));
    }
}
