package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CustomerScope;

/** Whose entitlements something is about, in messages between processes. */
final class ScopeJson {
    private ScopeJson() {}

    static JsonObject write(CustomerScope scope) {
        JsonObject json = new JsonObject();
        json.addProperty("customerId", scope.customerId());
        Json.addText(json, "resourceId", scope.resourceId());
        return json;
    }

    static CustomerScope read(JsonObject from) {
        CustomerScope customer = CustomerScope.of(Json.requiredText(from, "customerId"));
        return Json.text(from, "resourceId").map(customer::resource).orElse(customer);
    }
}
