package io.stigg.sdk.redis;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.Usage;
import java.util.Map;

/** What is kept of a wallet of credits, but for its usage. */
final class CreditJson {
    private static final Gson GSON = new Gson();

    private CreditJson() {}

    static JsonObject write(CreditFact fact) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "CREDIT");
        json.add("currency", write(fact.currency()));
        json.add("usageLimit", Json.of(fact.usageLimit()));
        json.addProperty("hasSoftLimit", fact.hasSoftLimit());
        Json.addText(json, "accessDeniedReason", fact.denial().map(Denial::wireName));
        Json.addInstant(json, "validUntil", fact.validUntil());
        return json;
    }

    private static JsonObject write(CreditCurrency currency) {
        JsonObject json = new JsonObject();
        json.addProperty("currencyId", currency.id());
        json.addProperty("displayName", currency.displayName());
        Json.addText(json, "description", currency.description());
        Json.addText(json, "unitSingular", currency.unitSingular());
        Json.addText(json, "unitPlural", currency.unitPlural());
        if (!currency.metadata().isEmpty()) {
            json.add("additionalMetaData", GSON.toJsonTree(currency.metadata()));
        }
        return json;
    }

    static CreditFact read(JsonObject from, Usage usage) {
        return new CreditFact(
                currency(Json.objectAt(from, "currency").orElseThrow(() -> Json.nonsense("currency"))),
                Json.text(from, "accessDeniedReason").map(Denial::ofWire),
                Json.number(from, "usageLimit").orElse(0.0),
                Json.flag(from, "hasSoftLimit"),
                usage,
                Json.instant(from, "validUntil"));
    }

    private static CreditCurrency currency(JsonObject from) {
        String id = Json.requiredText(from, "currencyId");
        return new CreditCurrency(
                id,
                Json.text(from, "displayName").orElse(id),
                Json.text(from, "description"),
                Json.text(from, "unitSingular"),
                Json.text(from, "unitPlural"),
                Json.objectAt(from, "additionalMetaData").map(Json::values).orElse(Map.of()));
    }
}
