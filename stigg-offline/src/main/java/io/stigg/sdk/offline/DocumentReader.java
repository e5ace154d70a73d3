package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document: wholly, or not at all. The members that it knows are those of the JSON Schema beside it. Used once.
 *
 * <p>Source: the shape that Stigg's sidecar SDK for Java reads, which is customers with their entitlements by feature id, or the
 * entitlements of one alone. The members of other types than BOOLEAN are not published; they are named as those of fallbacks.
 */
final class DocumentReader {
    private final JsonCursor json;
    private final Map<CustomerScope, Stated> customers = new LinkedHashMap<>();
    private @Nullable List<EntitlementFact> defaults;
    private @Nullable Instant statedAt;
    private @Nullable Instant validUntil;

    private DocumentReader(JsonCursor json) {
        this.json = json;
    }

    /** What is stated of a customer or resource, before it is known when the document was stated. */
    private record Stated(
            List<EntitlementFact> entitlements,
            Optional<Denial> denial,
            Optional<Instant> statedAt,
            Optional<Instant> updatedAt) {}

    /**
     * Reads a document.
     *
     * @param bytes the document
     * @param source what it is, for messages
     * @param now when what does not say its time was stated
     * @throws io.stigg.sdk.error.StiggArchiveException if anything in it is wrong
     */
    static OfflineDocument read(byte[] bytes, String source, Instant now) {
        return JsonCursor.read(bytes, source, json -> new DocumentReader(json).document(now));
    }

    private OfflineDocument document(Instant now) {
        JsonCursor.Place top = json.place();
        Set<String> seen = new HashSet<>();
        for (String name : json.members()) {
            seen.add(name);
            switch (name) {
                case "$schema" -> json.text();
                case "statedAt" -> statedAt = json.instant();
                case "validUntil" -> validUntil = json.instant();
                case "customers" -> customers();
                case "defaults" -> defaults = defaults();
                case "entitlements" -> defaults = entitlements();
                default -> throw json.unknown(name);
            }
        }
        if (seen.contains("entitlements") && (seen.contains("customers") || seen.contains("defaults"))) {
            throw top.wrong(
                    "has \"entitlements\" of everybody, and so can have neither \"customers\" nor \"defaults\"");
        }
        if (!seen.contains("entitlements") && !seen.contains("customers") && !seen.contains("defaults")) {
            throw top.wrong("has neither \"customers\" nor \"entitlements\"");
        }
        return new OfflineDocument(
                Optional.ofNullable(statedAt),
                snapshots(now),
                Optional.ofNullable(defaults).map(this::ending));
    }

    private Map<CustomerScope, EntitlementSnapshot> snapshots(Instant now) {
        Map<CustomerScope, EntitlementSnapshot> snapshots = new LinkedHashMap<>();
        Instant documented = statedAt == null ? now : statedAt;
        customers.forEach((scope, stated) -> snapshots.put(
                scope,
                new EntitlementSnapshot(
                        scope,
                        ending(stated.entitlements()),
                        stated.denial(),
                        stated.updatedAt(),
                        stated.statedAt().orElse(documented))));
        return snapshots;
    }

    /** What a document says ends with the document. */
    private List<EntitlementFact> ending(List<EntitlementFact> facts) {
        Instant end = validUntil;
        return end == null
                ? facts
                : facts.stream().map(fact -> Validity.atMost(fact, end)).toList();
    }

    private List<EntitlementFact> defaults() {
        JsonCursor.Place place = json.place();
        List<EntitlementFact> stated = null;
        for (String name : json.members()) {
            if (!name.equals("entitlements")) {
                throw json.unknown(name);
            }
            stated = entitlements();
        }
        if (stated == null) {
            throw place.wrong("has no \"entitlements\"");
        }
        return stated;
    }

    private void customers() {
        for (String customerId : json.members()) {
            requireId(customerId, "a customer");
            state(CustomerScope.of(customerId));
        }
    }

    private void resources(CustomerScope customer) {
        if (customer.resourceId().isPresent()) {
            throw json.unknown("resources");
        }
        for (String resourceId : json.members()) {
            requireId(resourceId, "a resource");
            state(customer.resource(resourceId));
        }
    }

    private void requireId(String id, String whose) {
        if (id.isBlank()) {
            throw json.wrong("the id of " + whose + " is blank");
        }
    }

    /** A customer of whom nothing but resources is stated is not stated itself. */
    private void state(CustomerScope scope) {
        List<EntitlementFact> entitlements = List.of();
        Denial denial = null;
        Instant ownStatedAt = null;
        Instant updatedAt = null;
        Set<String> seen = new HashSet<>();
        for (String name : json.members()) {
            seen.add(name);
            switch (name) {
                case "entitlements" -> entitlements = entitlements();
                case "denial" -> denial = Denial.ofWire(json.text());
                case "statedAt" -> ownStatedAt = json.instant();
                case "updatedAt" -> updatedAt = json.instant();
                case "resources" -> resources(scope);
                default -> throw json.unknown(name);
            }
        }
        if (!seen.equals(Set.of("resources"))) {
            customers.put(
                    scope,
                    new Stated(
                            entitlements,
                            Optional.ofNullable(denial),
                            Optional.ofNullable(ownStatedAt),
                            Optional.ofNullable(updatedAt)));
        }
    }

    private List<EntitlementFact> entitlements() {
        Map<EntitlementRef, EntitlementFact> facts = new LinkedHashMap<>();
        for (String key : json.members()) {
            requireId(key, "an entitlement");
            JsonCursor.Place place = json.place();
            EntitlementFact fact = new FactReader(json, key).fact(place);
            if (facts.put(fact.ref(), fact) != null) {
                throw place.wrong("is stated twice: " + fact.ref().id());
            }
        }
        return List.copyOf(facts.values());
    }
}
