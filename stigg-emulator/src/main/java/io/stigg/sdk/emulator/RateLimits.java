package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often each API key may call what, for tests of what a client does when Stigg has had enough of it. Immutable.
 *
 * <pre>{@code
 * StiggEmulator emulator = StiggEmulator.serving(backend).rateLimits(RateLimits.none().withEdge(100)).start();
 * }</pre>
 *
 * <p>Calls are counted by the backend's clock, from the first call on: a minute after it, counting begins anew. What is
 * too much at the edge is answered with status 429 and the two members {@code error} and {@code message}, without a header
 * {@code Retry-After}. What is too much of GraphQL is an error with the code {@code RateLimitExceeded} at the root field
 * that is meant, with status 200 as every error of GraphQL has it.
 */
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int OF_EDGE = 6000;

    private static final Map<Integer, List<String>> ROOTS_PER_MINUTE = Map.of(
            3000,
            List.of(
                    "estimateEventCost",
                    "estimateSubscription",
                    "estimateSubscriptionUpdate",
                    "estimateUsageCost",
                    "getCustomerByRefId",
                    "getSubscription",
                    "paywall",
                    "previewSubscription",
                    "reportUsage"),
            1500,
            List.of("creditGrants", "customerPortal", "subscriptions"),
            600,
            List.of("reportUsageBulk"),
            500,
            List.of(
                    "coupons",
                    "creditBalanceSummary",
                    "creditUsage",
                    "creditsLedger",
                    "revokePromotionalEntitlement",
                    "revokePromotionalEntitlementsGroup",
                    "voidCreditGrant"),
            250,
            List.of(
                    "applySubscription",
                    "archiveCustomer",
                    "cancelSubscription",
                    "createCreditGrant",
                    "migrateSubscriptionToLatest",
                    "provisionCustomer",
                    "provisionSubscription",
                    "provisionSubscriptionV2",
                    "updateOneCustomer",
                    "updateOneSubscription",
                    "usageHistoryV2"));

    private static final RateLimits NONE = new RateLimits(Optional.empty(), Map.of());

    private final Optional<Limit> edge;
    private final Map<String, Limit> roots;

    private RateLimits(Optional<Limit> edge, Map<String, Limit> roots) {
        this.edge = edge;
        this.roots = Map.copyOf(roots);
    }

    /**
     * Returns limits that limit nothing, to begin with.
     *
     * @return no limits
     */
    public static RateLimits none() {
        return NONE;
    }

    /**
     * Returns the limits that Stigg documents: 6,000 calls a minute of the edge's files together, between 250 and 3,000 a
     * minute of most operations, and 1,000 a second of {@code reportEvent}. What Stigg documents no figure for is not
     * limited, nor is what is sent about one and the same customer.
     *
     * @return Stigg's limits
     */
    public static RateLimits documented() {
        Map<String, Limit> roots = new HashMap<>();
        ROOTS_PER_MINUTE.forEach((calls, names) -> names.forEach(name -> roots.put(name, new Limit(calls, MINUTE))));
        roots.put("reportEvent", new Limit(1000, Duration.ofSeconds(1)));
        return new RateLimits(Optional.of(new Limit(OF_EDGE, MINUTE)), roots);
    }

    /**
     * Limits the edge.
     *
     * @param callsPerMinute how often all of the edge's files together may be read, zero for never
     * @return the changed limits
     * @throws IllegalArgumentException if it is negative
     */
    public RateLimits withEdge(int callsPerMinute) {
        return new RateLimits(Optional.of(perMinute(callsPerMinute)), roots);
    }

    /**
     * Limits one root field of GraphQL.
     *
     * @param field the field's name in Stigg's schema, such as {@code reportUsage}
     * @param callsPerMinute how often it may be asked for, zero for never
     * @return the changed limits
     * @throws IllegalArgumentException if there is no such query or mutation, or if the number is negative
     */
    public RateLimits withRoot(String field, int callsPerMinute) {
        if (!SchemaWiring.isRoot(requireNonNull(field, "field"))) {
            throw new IllegalArgumentException("field must be a query or a mutation of Stigg's schema, not " + field);
        }
        Map<String, Limit> changed = new HashMap<>(roots);
        changed.put(field, perMinute(callsPerMinute));
        return new RateLimits(edge, changed);
    }

    private static Limit perMinute(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("callsPerMinute must not be negative, but is " + calls);
        }
        return new Limit(calls, MINUTE);
    }

    Optional<Limit> edge() {
        return edge;
    }

    Map<String, Limit> roots() {
        return roots;
    }

    @Override
    public String toString() {
        return "RateLimits[" + edge.map(limit -> limit.calls() + " a minute").orElse("none") + " of the edge, "
                + roots.size() + " of GraphQL]";
    }

    /**
     * How often something may be done.
     *
     * @param calls how often
     * @param window in what time
     */
    record Limit(int calls, Duration window) {}
}
