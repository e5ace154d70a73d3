package io.stigg.sdk.redis;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
 * @param digest of the set's text, where set and metadata can lie on different servers and be read torn; else empty
 */
record SetMetadata(
        Optional<Denial> denial,
        Optional<Instant> updatedAt,
        Optional<Instant> fetchedAt,
        Optional<String> followed,
        Optional<String> digest) {
    private static final String DIGEST = "digest";

    static SetMetadata of(EntitlementSnapshot snapshot, Optional<String> followed) {
        return new SetMetadata(
                snapshot.denial(), snapshot.updatedAt(), Optional.of(snapshot.fetchedAt()), followed, Optional.empty());
    }

    /** Nothing is known. */
    static SetMetadata none() {
        return new SetMetadata(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
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

    /**
     * Tells whether a set and what stands beside it do not belong together: some of it was read before another process wrote
     * it, and some after. Only metadata with a digest can tell.
     *
     * @throws com.google.gson.JsonParseException if the metadata makes no sense
     */
    static boolean isTorn(Map<String, String> values, String set, String metadata) {
        String text = values.get(set);
        String beside = values.get(metadata);
        if (text == null || beside == null) {
            return false;
        }
        Optional<String> digest = Json.text(Json.object(beside), DIGEST);
        String version = values.get(Keys.timestamp(set));
        return digest.isPresent()
                && !(digest.get().equals(digestOf(text))
                        && version != null
                        && version.equals(values.get(Keys.timestamp(metadata))));
    }

    private static String digestOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Says which text it belongs to. */
    SetMetadata describing(String set) {
        return new SetMetadata(denial, updatedAt, fetchedAt, followed, Optional.of(digestOf(set)));
    }

    SetMetadata withFetchedAt(Instant newFetchedAt) {
        return new SetMetadata(denial, updatedAt, Optional.of(newFetchedAt), followed, digest);
    }

    private static SetMetadata read(JsonObject from) {
        return new SetMetadata(
                Json.text(from, "accessDeniedReason").map(Denial::ofWire),
                Json.instant(from, "updatedAt"),
                Json.instant(from, "fetchedAt"),
                Json.text(from, "followed"),
                Json.text(from, DIGEST));
    }

    String text() {
        JsonObject json = new JsonObject();
        json.add("accessDeniedReason", Json.orNull(denial.map(Denial::wireName)));
        json.add(
                "updatedAt",
                updatedAt.isPresent() ? new JsonPrimitive(updatedAt.get().toEpochMilli()) : JsonNull.INSTANCE);
        Json.addInstant(json, "fetchedAt", fetchedAt);
        Json.addText(json, "followed", followed);
        Json.addText(json, DIGEST, digest);
        return json.toString();
    }
}
