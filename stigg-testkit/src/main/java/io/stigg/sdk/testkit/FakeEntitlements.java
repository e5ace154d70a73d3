package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Entitlements that a test states outright, for tests that need no rules: no catalogue, no customers, no subscriptions.
 *
 * <pre>{@code
 * FakeEntitlements entitlements = FakeEntitlements.granting("feature-sso")
 *         .metered("feature-api-calls", limit(100), used(99));
 * try (Stigg stigg = entitlements.newClient()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>They hold for every customer and every resource, and a client evaluates them as it does in production: of a limit of 100
 * with 99 used, 1 more is granted and 2 are denied. What is not stated is not granted. What is reported of a metered feature
 * counts for the customer or resource that it is reported of, also past the limit; what is stated later holds at the next
 * check. Whatever else is asked of Stigg is refused: that takes a {@link StiggBackend}.
 *
 * <p>Thread-safe. Time stands still.
 */
public final class FakeEntitlements {
    private static final int MOST_EVENTS_WAITING = 20_000;

    /** The SDK finds these by itself, from limits, usage and values. */
    private static final Set<AccessDeniedReason> VERDICTS =
            Set.of(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT, AccessDeniedReason.REQUESTED_VALUES_MISMATCH);

    private final FakeClock clock = FakeClock.at(StiggBackend.START);
    private final Broadcast broadcast = new Broadcast();
    private final StatedEntitlements stated = new StatedEntitlements(clock, broadcast);
    private final Line line = new Line(stated, clock);

    private FakeEntitlements() {}

    /**
     * Grants nothing yet.
     *
     * @return the entitlements, to be added to
     */
    public static FakeEntitlements none() {
        return new FakeEntitlements();
    }

    /**
     * Grants features that are on or off.
     *
     * @param featureIds their ids
     * @return the entitlements, to be added to
     * @throws IllegalArgumentException if an id is blank
     */
    public static FakeEntitlements granting(String... featureIds) {
        return none().granted(featureIds);
    }

    /**
     * Grants more features that are on or off.
     *
     * @param featureIds their ids
     * @return these entitlements
     * @throws IllegalArgumentException if an id is blank
     */
    public FakeEntitlements granted(String... featureIds) {
        for (String featureId : featureIds) {
            stated.state(FeatureFact.of(feature(featureId, FeatureType.BOOLEAN, MeterType.NONE)));
        }
        return this;
    }

    /**
     * Grants a feature whose configuration is a number.
     *
     * @param featureId its id
     * @param value the number, as {@code limit(10)}, or {@link #unlimited()}
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public FakeEntitlements numeric(String featureId, Limit value) {
        stated.state(fact(feature(featureId, FeatureType.NUMBER, MeterType.NONE), value, Usage.none()));
        return this;
    }

    /**
     * Grants a feature whose configuration is a list of values.
     *
     * @param featureId its id
     * @param allowed the allowed values
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public FakeEntitlements values(String featureId, String... allowed) {
        FeatureFact fact = FeatureFact.of(feature(featureId, FeatureType.ENUM, MeterType.NONE));
        stated.state(new FeatureFact(
                fact.feature(),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of(allowed),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    /**
     * Grants a feature whose usage is counted. What has been used of it stays as it is, which is nothing at first.
     *
     * @param featureId its id
     * @param limit how much of it may be used: {@code limit(100)}, {@code softLimit(100)} or {@code unlimited()}
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public FakeEntitlements metered(String featureId, Limit limit) {
        Feature feature = feature(featureId, FeatureType.NUMBER, MeterType.INCREMENTAL);
        stated.restate(
                EntitlementRef.feature(featureId),
                known -> fact(feature, limit, known == null ? Usage.none() : known.usage()));
        return this;
    }

    /**
     * Grants a feature whose usage is counted, and says what everybody has used of it, whatever has been reported before.
     *
     * @param featureId its id
     * @param limit how much of it may be used: {@code limit(100)}, {@code softLimit(100)} or {@code unlimited()}
     * @param used how much of it has been used, {@code used(99)}
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public FakeEntitlements metered(String featureId, Limit limit, Used used) {
        Feature feature = feature(featureId, FeatureType.NUMBER, MeterType.INCREMENTAL);
        stated.state(fact(feature, limit, used.usage()));
        return this;
    }

    /**
     * Grants credits.
     *
     * @param currencyId the id of their currency
     * @param limit how many were granted: {@code limit(500)}, or {@code softLimit(500)} if more may be consumed
     * @param used how many of them have been consumed, {@code used(20)}
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank, or there is no limit: credits are always so and so many
     */
    public FakeEntitlements credits(String currencyId, Limit limit, Used used) {
        CreditCurrency currency = CreditCurrency.of(Arguments.text(currencyId, "currencyId"));
        double granted =
                limit.value().orElseThrow(() -> new IllegalArgumentException("limit: credits must not be " + limit));
        stated.state(
                new CreditFact(currency, Optional.empty(), granted, limit.isSoft(), used.usage(), Optional.empty()));
        return this;
    }

    /**
     * Withholds a feature explicitly, which is the denial {@link AccessDeniedReason#REVOKED}.
     *
     * @param featureId its id
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank
     */
    public FakeEntitlements revoked(String featureId) {
        return denied(featureId, AccessDeniedReason.REVOKED);
    }

    /**
     * Denies a feature, whatever else is stated of it before. What has not been stated at all is on or off.
     *
     * @param featureId its id
     * @param reason why
     * @return these entitlements
     * @throws IllegalArgumentException if the id is blank, or the reason is one that the SDK finds by itself: state a limit
     *     and its usage, or values, instead
     */
    public FakeEntitlements denied(String featureId, AccessDeniedReason reason) {
        if (VERDICTS.contains(requireNonNull(reason, "reason"))) {
            throw new IllegalArgumentException("reason: " + reason
                    + " follows from what is requested; state limits, usage or values that lead to it");
        }
        Feature feature = feature(featureId, FeatureType.BOOLEAN, MeterType.NONE);
        stated.restate(
                EntitlementRef.feature(featureId),
                known -> denied(known instanceof FeatureFact fact ? fact : FeatureFact.of(feature), reason));
        return this;
    }

    private static FeatureFact denied(FeatureFact fact, AccessDeniedReason reason) {
        return new FeatureFact(
                fact.feature(),
                Optional.of(Denial.of(reason)),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                fact.resetPeriod(),
                fact.usagePeriodAnchor(),
                fact.usage(),
                fact.creditRate(),
                fact.validUntil());
    }

    private static Feature feature(String featureId, FeatureType type, MeterType meterType) {
        return Feature.of(Arguments.text(featureId, "featureId"), type, meterType);
    }

    private static FeatureFact fact(Feature feature, Limit limit, Usage usage) {
        return new FeatureFact(
                feature,
                Optional.empty(),
                limit.value(),
                limit.value().isEmpty(),
                limit.isSoft(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                usage,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Makes a client.
     *
     * @return the client
     */
    public Stigg newClient() {
        MemoryOutbox outbox = MemoryOutbox.ofEvents(MOST_EVENTS_WAITING);
        return Stigg.builder()
                .adapters(adapters())
                .eventOutbox(its -> new RecordingOutbox(outbox.open(its), stated::published))
                .build();
    }

    /**
     * Makes the adapters of one client, for a client with options of its own. What such a client publishes is among the
     * {@link #events()} once it is delivered.
     *
     * @return a set of adapters, a new one each time
     */
    public AdapterSet adapters() {
        BackendUpdateStream told = new BackendUpdateStream(broadcast, clock);
        return DaggerTestAdapters.factory()
                .create(
                        new BackendTransport(line, clock, told),
                        told,
                        new FakeEntitlementCache(),
                        new LentClock(clock));
    }

    /**
     * Lets single requests go wrong, so that a test can see what becomes of a fallback.
     *
     * @return the faults of requests to these entitlements; nothing goes wrong by default
     */
    public Faults faults() {
        return Faults.in(line.faults());
    }

    /**
     * Lists the usage that was reported, be it singly or in bulk, and be it of what is stated here or not.
     *
     * @return all reports in the order in which they came, once each, however often they were sent
     */
    public List<ReportUsage> reports() {
        return stated.reports();
    }

    /**
     * Lists the events that were reported or published. What a {@linkplain #newClient() client} publishes is here at once.
     *
     * @return all events in the order in which they came, once each, however often they were sent
     */
    public List<UsageEvent> events() {
        return stated.events();
    }

    @Override
    public String toString() {
        return "FakeEntitlements" + stated;
    }

    /**
     * A limit that usage must not pass, or a number that a feature is configured with.
     *
     * @param value the number, 0 or more
     * @return the limit
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Limit limit(double value) {
        return new Limit(OptionalDouble.of(Arguments.amount(value, "limit")), false);
    }

    /**
     * A limit that usage may pass.
     *
     * @param value the number, 0 or more
     * @return the limit
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Limit softLimit(double value) {
        return new Limit(OptionalDouble.of(Arguments.amount(value, "softLimit")), true);
    }

    /**
     * There is no limit.
     *
     * @return the absence of a limit
     */
    public static Limit unlimited() {
        return new Limit(OptionalDouble.empty(), false);
    }

    /**
     * How much has been used.
     *
     * @param value the number, 0 or more
     * @return the usage
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Used used(double value) {
        return new Used(value);
    }

    /**
     * How much may be used. Immutable.
     *
     * @param value the number, empty if there is no limit
     * @param isSoft whether usage may pass it
     */
    public record Limit(OptionalDouble value, boolean isSoft) {
        /**
         * Checks the members.
         *
         * @throws NullPointerException if a member is null
         */
        public Limit {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.isEmpty() ? "unlimited" : (isSoft ? "softLimit(" : "limit(") + value.getAsDouble() + ")";
        }
    }

    /**
     * How much has been used. Immutable.
     *
     * @param value the number, 0 or more
     */
    public record Used(double value) {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Used {
            Arguments.amount(value, "used");
        }

        Usage usage() {
            return new Usage(value, UsagePeriod.none(), Optional.empty());
        }
    }
}
