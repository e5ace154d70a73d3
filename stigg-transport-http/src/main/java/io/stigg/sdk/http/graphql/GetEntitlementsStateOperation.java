package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import java.time.Instant;
import java.util.Optional;

final class GetEntitlementsStateOperation extends Operation<EntitlementSnapshot> {
    private static final Document DOCUMENT = Document.of("GetEntitlementsState");

    private final GetEntitlementsState request;

    GetEntitlementsStateOperation(GetEntitlementsState request) {
        super(DOCUMENT);
        this.request = request;
    }

    /** The edge may lag behind a write, so it is not asked for the latest. */
    @Override
    public Optional<String> edgePath() {
        if (request.freshness() == GetEntitlementsState.Freshness.LATEST) {
            return Optional.empty();
        }
        String resource = request.scope()
                .resourceId()
                .map(id -> "?resourceId=" + PercentEncoding.of(id))
                .orElse("");
        return Optional.of(
                "/v1/c/" + PercentEncoding.of(request.scope().customerId()) + "/entitlements-state.json" + resource);
    }

    @Override
    JsonObject variables() {
        Input query = new Input()
                .put("customerId", request.scope().customerId())
                .put("resourceId", request.scope().resourceId());
        return new Input().put("query", query).toJson();
    }

    @Override
    public EntitlementSnapshot read(JsonView data, Instant askedAt) {
        JsonView state = data.at("entitlementsState");
        Optional<Denial> denial = state.at("accessDeniedReason").textIfAny().map(Denial::ofWire);
        return EntitlementReader.snapshot(request.scope(), state.at("entitlementsV2"), denial, askedAt);
    }
}
