package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import java.time.Instant;

/** What Stigg tells by itself, in messages between processes. */
final class UpdateJson {
    private static final WireNames<PackagePublished.Migration> MIGRATIONS =
            WireNames.of(PackagePublished.Migration.class, PackagePublished.Migration.UNKNOWN);
    private static final String KIND = "kind";
    private static final String SCOPE = "scope";
    private static final String USAGE = "usage";

    private UpdateJson() {}

    static JsonObject write(Update update) {
        JsonObject json = new JsonObject();
        if (update instanceof EntitlementSnapshot snapshot) {
            json.addProperty(KIND, "entitlements");
            json.add(SCOPE, ScopeJson.write(snapshot.scope()));
            json.add(
                    "entitlements",
                    EntitlementsJson.write(
                            snapshot.entitlements(), snapshot.scope().resourceId()));
            Json.addText(json, "accessDeniedReason", snapshot.denial().map(Denial::wireName));
            Json.addInstant(json, "updatedAt", snapshot.updatedAt());
        } else if (update instanceof UsageReading reading) {
            json.addProperty(KIND, USAGE);
            json.add(SCOPE, ScopeJson.write(reading.scope()));
            json.addProperty(
                    reading.ref().type() == EntitlementRef.Type.FEATURE ? "featureId" : "currencyId",
                    reading.ref().id());
            JsonObject usage = new JsonObject();
            UsageJson.writeDated(reading.usage(), usage);
            json.add(USAGE, usage);
        } else if (update instanceof EntitlementsInvalidated invalidated) {
            json.addProperty(KIND, "invalidated");
            json.add(SCOPE, ScopeJson.write(invalidated.scope()));
        } else if (update instanceof PackagePublished published) {
            json.addProperty(KIND, "published");
            json.addProperty("packageId", published.packageId());
            json.addProperty("packageType", published.packageType());
            json.addProperty("version", published.version());
            json.addProperty("migration", MIGRATIONS.write(published.migration()));
        }
        return json;
    }

    /**
     * Reads an update.
     *
     * @param from the message
     * @param now when it came
     */
    static Update read(JsonObject from, Instant now) {
        String kind = Json.requiredText(from, KIND);
        return switch (kind) {
            case "entitlements" ->
                new EntitlementSnapshot(
                        scope(from),
                        EntitlementsJson.read(object(from, "entitlements")),
                        Json.text(from, "accessDeniedReason").map(Denial::ofWire),
                        Json.instant(from, "updatedAt"),
                        now);
            case USAGE -> new UsageReading(scope(from), ref(from), UsageJson.readDated(object(from, USAGE)));
            case "invalidated" -> new EntitlementsInvalidated(scope(from));
            case "published" ->
                new PackagePublished(
                        Json.requiredText(from, "packageId"),
                        Json.requiredText(from, "packageType"),
                        Json.number(from, "version")
                                .orElseThrow(() -> Json.nonsense("version"))
                                .intValue(),
                        MIGRATIONS.read(Json.requiredText(from, "migration")));
            default -> throw Json.nonsense(KIND);
        };
    }

    private static JsonObject object(JsonObject from, String name) {
        return Json.objectAt(from, name).orElseThrow(() -> Json.nonsense(name));
    }

    private static CustomerScope scope(JsonObject from) {
        return ScopeJson.read(object(from, SCOPE));
    }

    private static EntitlementRef ref(JsonObject from) {
        return Json.text(from, "featureId")
                .map(EntitlementRef::feature)
                .orElseGet(() -> EntitlementRef.credit(Json.requiredText(from, "currencyId")));
    }
}
