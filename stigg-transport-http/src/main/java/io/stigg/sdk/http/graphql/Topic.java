package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One thing that Stigg tells about, which is a root of the API's subscriptions. For some there are older roots, for a
 * server that lacks the newer. Immutable.
 */
final class Topic {
    private static final Set<String> UNKNOWN_ROOT_CODES = Set.of("GRAPHQL_VALIDATION_FAILED", "BadUserInput");

    /** What a client wants to be told about, as far as the server can. */
    static final List<Topic> WANTED = List.of(entitlements(), usage(), packages());

    private final Document document;
    private final String root;
    private final UnaryOperator<JsonView> subject;
    private final BiFunction<JsonView, Instant, Update> reader;
    private final Need need;
    private final List<Topic> substitutes;

    /** What it means that a server does not know a root. */
    private enum Need {
        /** That it cannot be followed. */
        ALWAYS,
        /** That it has nothing of the kind to tell. */
        IF_KNOWN
    }

    /**
     * @param subject the part of an event that names the customer
     * @param reader reads the subject of an event that arrived at an instant
     * @param substitutes what tells the same on a server that lacks this one
     */
    private Topic(
            Document document,
            String root,
            UnaryOperator<JsonView> subject,
            BiFunction<JsonView, Instant, Update> reader,
            Need need,
            Topic... substitutes) {
        this.document = document;
        this.root = root;
        this.subject = subject;
        this.reader = reader;
        this.need = need;
        this.substitutes = List.of(substitutes);
    }

    /** What the older roots carry is not all that there is to know, so they only say that something changed. */
    private static Topic entitlements() {
        return new Topic(
                Document.of("OnEntitlementsUpdatedV2"),
                "entitlementsUpdatedV2",
                event -> event,
                EntitlementNews::snapshot,
                Need.ALWAYS,
                new Topic(
                        Document.of("OnEntitlementsUpdated"),
                        "entitlementsUpdated",
                        event -> event,
                        Topic::invalidated,
                        Need.ALWAYS),
                new Topic(
                        Document.of("OnCreditBalanceUpdated"),
                        "creditBalanceUpdated",
                        event -> event,
                        Topic::invalidated,
                        Need.IF_KNOWN));
    }

    private static Topic usage() {
        return new Topic(
                Document.of("OnUsageUpdatedV2"),
                "usageUpdatedV2",
                event -> event,
                UsageNews::reading,
                Need.ALWAYS,
                new Topic(
                        Document.of("OnUsageUpdated"),
                        "usageUpdated",
                        event -> event.at("usage"),
                        UsageNews::olderReading,
                        Need.ALWAYS));
    }

    private static Topic packages() {
        return new Topic(
                Document.of("OnPackagePublished"),
                "packagePublished",
                event -> event,
                PackageNews::published,
                Need.IF_KNOWN);
    }

    String operationName() {
        return document.operationName();
    }

    String document() {
        return document.text();
    }

    List<Topic> substitutes() {
        return substitutes;
    }

    /**
     * Tells whether a connection goes on after a refusal. For a topic that has substitutes any refusal will do: servers
     * put it in many ways, and if the substitutes are refused too, the end has come.
     */
    boolean isDispensable(StiggApiException refusal) {
        return !substitutes.isEmpty() || (need == Need.IF_KNOWN && isUnknown(refusal));
    }

    private boolean isUnknown(StiggApiException refusal) {
        return refusal.errors().stream()
                .anyMatch(error ->
                        error.rawCode().filter(UNKNOWN_ROOT_CODES::contains).isPresent()
                                || error.message().contains(root));
    }

    Update read(JsonView data, Instant arrivedAt) {
        return reader.apply(subject.apply(data.at(root)), arrivedAt);
    }

    /** Whom an event is about. */
    CustomerScope scope(JsonView data) {
        return scopeOf(subject.apply(data.at(root)));
    }

    static CustomerScope scopeOf(JsonView subject) {
        return new CustomerScope(
                subject.at("customerId").id(), subject.at("resourceId").textIfAny());
    }

    private static Update invalidated(JsonView event, Instant arrivedAt) {
        return new EntitlementsInvalidated(scopeOf(event));
    }

    @Override
    public String toString() {
        return operationName();
    }
}
