package io.stigg.sdk.redis;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside a set of entitlements. Immutable.
 *
 * <p>Source: {@code accessDeniedReason} is Node's. The other members are this SDK's, and Node overlooks them; when Node
 * writes a set anew they are gone, and what they say holds no longer.
 *
 * @param denial why the customer as a whole is denied
 * @param updatedAt when Stigg calculated the set; the timestamp beside the set may be later
 * @param fetchedAt when it came from Stigg, by the clock of the process that wrote it; empty if Node wrote it
 * @param followed the stretch of time in which every later change has been applied to it, see {@link Followed}
 */
record SetMetadata(
        Optional<Denial> denial, Optional<Instant> updatedAt, Optional<Instant> fetchedAt, Optional<String> followed) {
    static SetMetadata of(EntitlementSnapshot snapshot, Optional<String> followed) {
        return new SetMetadata(snapshot.denial(), snapshot.updatedAt(), Optional.of(snapshot.fetchedAt()), followed);
    }

    private static SetMetadata none() {
        return new SetMetadata(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Finds the metadata of a set among values. What is not of the same version as the set says nothing about it.
     *
     * @param values what was read, by key
     * @param set the key of the set
     * @param metadata the key of the metadata
     * @throws com.google.gson.JsonParseException if it makes no sense
     */
    static SetMetadata in(Map<String, String> values, String set, String metadata) {
        String text = values.get(metadata);
        String version = values.get(Keys.timestamp(metadata));
        return text == null || version == null || !version.equals(values.get(Keys.timestamp(set)))
                ? none()
                : read(Json.object(text));
    }

    SetMetadata withFetchedAt(Instant newFetchedAt) {
        return new SetMetadata(denial, updatedAt, Optional.of(newFetchedAt), followed);
    }

    private static SetMetadata read(JsonObject from) {
        return new SetMetadata(
                Json.text(from, "accessDeniedReason").map(Denial::ofWire),
                Json.instant(from, "updatedAt"),
                Json.instant(from, "fetchedAt"),
                Json.text(from, "followed"));
    }

    String text() {
        JsonObject json = new JsonObject();
        json.add("accessDeniedReason", Json.orNull(denial.map(Denial::wireName)));
        json.add(
                "updatedAt",
                updatedAt.isPresent() ? new JsonPrimitive(updatedAt.get().toEpochMilli()) : JsonNull.INSTANCE);
        Json.addInstant(json, "fetchedAt", fetchedAt);
        Json.addText(json, "followed", followed);
        return json.toString();
    }
}
