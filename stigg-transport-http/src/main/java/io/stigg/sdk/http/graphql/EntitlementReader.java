package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of {@code EntitlementUnion}. What is wrong with one entitlement stays with it: it is left out, so that the
 * customer lacks it and nothing else, and the log says so once.
 */
final class EntitlementReader {
    private EntitlementReader() {}

    static EntitlementSnapshot snapshot(CustomerScope scope, JsonView list, Optional<Denial> denial, Instant askedAt) {
        List<EntitlementFact> facts = new ArrayList<>();
        Optional<Instant> updatedAt = Optional.empty();
        for (JsonView element : list.elements()) {
            Optional<EntitlementFact> fact = contained(element);
            if (fact.isPresent()) {
                facts.add(fact.get());
                updatedAt = later(updatedAt, updatedAt(element));
            }
        }
        return new EntitlementSnapshot(scope, facts, denial, updatedAt, askedAt);
    }

    /**
     * Reads the entitlements that the answer to a write carries. Without any it carries no reason either, and an empty set
     * would say that the customer has no entitlements where Stigg said nothing.
     */
    static Optional<EntitlementSnapshot> snapshotIfAny(CustomerScope scope, JsonView list, Instant askedAt) {
        EntitlementSnapshot snapshot = snapshot(scope, list, Optional.empty(), askedAt);
        return snapshot.entitlements().isEmpty() ? Optional.empty() : Optional.of(snapshot);
    }

    private static Optional<EntitlementFact> contained(JsonView element) {
        try {
            return fact(element);
        } catch (StiggProtocolException malformed) {
            element.report("an entitlement was left out, " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<EntitlementFact> fact(JsonView element) {
        String type = element.at("__typename").text();
        return switch (type) {
            case "FeatureEntitlement" -> Optional.of(FeatureFactReader.fact(element));
            case "CreditEntitlement" -> Optional.of(CreditFactReader.fact(element));
            default -> {
                element.report("an unknown type of entitlement was left out, " + Anomalies.excerpt(type));
                yield Optional.empty();
            }
        };
    }

    /** A reason counts whatever the flag says; the flag without a reason counts too. */
    static Optional<Denial> denial(JsonView entitlement) {
        boolean granted = entitlement.at("isGranted").flag();
        Optional<Denial> stated =
                entitlement.at("accessDeniedReason").textIfAny().map(Denial::ofWire);
        return granted || stated.isPresent() ? stated : Optional.of(Denial.ofWire("Unknown"));
    }

    private static Optional<Instant> updatedAt(JsonView element) {
        try {
            return element.at("entitlementUpdatedAt").instantIfAny();
        } catch (StiggProtocolException malformed) {
            element.report("a time was ignored, " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return other.filter(instant -> one.map(instant::isAfter).orElse(true)).or(() -> one);
    }
}
