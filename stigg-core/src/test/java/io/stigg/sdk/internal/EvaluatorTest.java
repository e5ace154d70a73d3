package io.stigg.sdk.internal;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.allowing;
import static io.stigg.sdk.Facts.costing;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.numeric;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.resetting;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.wallet;
import static io.stigg.sdk.Facts.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureEntitlement;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The evaluator")
class EvaluatorTest {
    private static final CustomerScope ACME = CustomerScope.of("acme");
    private static final Holdings HOLDINGS = new Holdings();

    private static <Q extends EntitlementQuery, E extends Entitlement> E evaluate(
            EntitlementSnapshot snapshot, Q query, CheckKind<Q, E> kind, Instant now) {
        return kind.evaluate(HOLDINGS.of(snapshot), query, now.toEpochMilli(), AnswerBasis.FRESH);
    }

    private static MeteredEntitlement usage(EntitlementFact fact, double requested) {
        return evaluate(snapshot(ACME, fact), MeteredQuery.of("acme", "calls").requesting(requested));
    }

    private static MeteredEntitlement evaluate(EntitlementSnapshot snapshot, MeteredQuery query) {
        return evaluate(snapshot, query, CheckKinds.METERED, T0);
    }

    private static CreditEntitlement credit(EntitlementFact wallet, double requested) {
        return evaluate(
                snapshot(ACME, wallet), CreditQuery.of("acme", "ai").requesting(requested), CheckKinds.CREDIT, T0);
    }

    @Nested
    @DisplayName("of a boolean feature")
    class Booleans {
        private BooleanEntitlement check(EntitlementFact... facts) {
            return evaluate(snapshot(ACME, facts), BooleanQuery.of("acme", "sso"), CheckKinds.BOOLEAN, T0);
        }

        @Test
        @DisplayName("grants what is in the set")
        void granted() {
            BooleanEntitlement answer = check(on("sso"));

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.accessDeniedReason()).isEmpty();
            assertThat(answer.feature()).map(Feature::id).contains("sso");
        }

        @Test
        @DisplayName("denies what is not in the set")
        void missing() {
            assertThat(check(on("other")).accessDeniedReason())
                    .contains(AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        }

        @ParameterizedTest
        @EnumSource(
                value = AccessDeniedReason.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"REQUESTED_USAGE_EXCEEDING_LIMIT", "REQUESTED_VALUES_MISMATCH"})
        @DisplayName("denies for whatever reason Stigg withholds it")
        void withheldByStigg(AccessDeniedReason reason) {
            assertThat(check(withheld(on("sso"), reason)).accessDeniedReason()).contains(reason);
        }

        @ParameterizedTest
        @EnumSource(names = {"CUSTOMER_NOT_FOUND", "CUSTOMER_IS_ARCHIVED", "NO_ACTIVE_SUBSCRIPTION"})
        @DisplayName("gives the customer's own reason for what is missing")
        void stateReason(AccessDeniedReason reason) {
            BooleanEntitlement answer =
                    evaluate(nobody(ACME, reason, T0), BooleanQuery.of("acme", "sso"), CheckKinds.BOOLEAN, T0);

            assertThat(answer.accessDeniedReason()).contains(reason);
        }

        @Test
        @DisplayName("grants what is in the set of a customer that is denied as a whole")
        void promotionalWithoutSubscription() {
            EntitlementSnapshot promotional = new EntitlementSnapshot(
                    ACME,
                    List.of(on("sso")),
                    nobody(ACME, AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION, T0).denial(),
                    Optional.of(T0),
                    T0);

            assertThat(evaluate(promotional, BooleanQuery.of("acme", "sso"), CheckKinds.BOOLEAN, T0)
                            .hasAccess())
                    .isTrue();
        }

        @Test
        @DisplayName("makes the answer once and keeps it")
        void keptAnswer() {
            EntitlementSnapshot held = snapshot(ACME, on("sso"));
            BooleanQuery query = BooleanQuery.of("acme", "sso");

            assertThat(evaluate(held, query, CheckKinds.BOOLEAN, T0))
                    .isSameAs(evaluate(held, query, CheckKinds.BOOLEAN, T0.plusSeconds(1)));
        }

        @Test
        @DisplayName("says so when the answer is stale")
        void stale() {
            BooleanEntitlement answer = CheckKinds.BOOLEAN.evaluate(
                    HOLDINGS.of(snapshot(ACME, on("sso"))), BooleanQuery.of("acme", "sso"), 0, AnswerBasis.STALE);

            assertThat(answer.basis()).isEqualTo(AnswerBasis.STALE);
            assertThat(answer.hasAccess()).isTrue();
        }
    }

    @Nested
    @DisplayName("of a numeric feature")
    class Numerics {
        private NumericEntitlement check(EntitlementFact fact) {
            return evaluate(snapshot(ACME, fact), NumericQuery.of("acme", "size"), CheckKinds.NUMERIC, T0);
        }

        @Test
        @DisplayName("tells the number")
        void number() {
            NumericEntitlement answer = check(numeric("size", OptionalDouble.of(10), false));

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.value()).hasValue(10);
            assertThat(answer.isUnlimited()).isFalse();
        }

        @Test
        @DisplayName("tells no number when it is unlimited, even if Stigg sends one")
        void unlimited() {
            NumericEntitlement answer = check(numeric("size", OptionalDouble.of(10), true));

            assertThat(answer.value()).isEmpty();
            assertThat(answer.isUnlimited()).isTrue();
        }
    }

    @Nested
    @DisplayName("of a metered feature")
    class Metered {
        @ParameterizedTest(name = "limit {0}, used {1}, requested {2}: {3}")
        @CsvSource({
            "100, 0, 1, true", "100, 0, 100, true", "100, 0, 101, false", "100, 100, 0, true", "100, 100, 1, false",
            "100, 101, 0, false", "0, 0, 0, true", "0, 0, 0.5, false", "1.5, 1, 0.5, true", "1.5, 1, 0.6, false",
        })
        @DisplayName("grants while used and requested together are within the limit")
        void limit(double limit, double used, double requested, boolean granted) {
            MeteredEntitlement answer = usage(metered("calls", limit, used), requested);

            assertThat(answer.hasAccess()).isEqualTo(granted);
            assertThat(answer.accessDeniedReason())
                    .isEqualTo(
                            granted
                                    ? Optional.empty()
                                    : Optional.of(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT));
            assertThat(answer.currentUsage()).isEqualTo(used);
            assertThat(answer.requestedUsage()).isEqualTo(requested);
        }

        @Test
        @DisplayName("answers each question for itself, whatever was asked before")
        void remembersNoOtherQuestion() {
            EntitlementSnapshot held = snapshot(ACME, metered("calls", 100, 50));
            MeteredQuery query = MeteredQuery.of("acme", "calls");

            MeteredEntitlement first = evaluate(held, query.requesting(1));
            MeteredEntitlement more = evaluate(held, query.requesting(51));
            MeteredEntitlement again = evaluate(held, query.requesting(1));
            MeteredEntitlement stale = CheckKinds.METERED.evaluate(
                    HOLDINGS.of(held), query.requesting(1), T0.toEpochMilli(), AnswerBasis.STALE);

            assertThat(first.hasAccess()).isTrue();
            assertThat(more.hasAccess()).isFalse();
            assertThat(more.requestedUsage()).isEqualTo(51);
            assertThat(again).isEqualTo(first);
            assertThat(stale.basis()).isEqualTo(AnswerBasis.STALE);
        }

        @Test
        @DisplayName("grants anything when it is unlimited, and tells no limit")
        void unlimited() {
            MeteredEntitlement answer = usage(metered("calls", OptionalDouble.of(1), true, false, 5), 1e9);

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.isUnlimited()).isTrue();
            assertThat(answer.usageLimit()).isEmpty();
            assertThat(answer.remaining()).isEmpty();
        }

        @Test
        @DisplayName("grants beyond a soft limit, and tells the limit")
        void soft() {
            MeteredEntitlement answer = usage(metered("calls", OptionalDouble.of(10), false, true, 50), 1);

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.hasSoftLimit()).isTrue();
            assertThat(answer.usageLimit()).hasValue(10);
        }

        @Test
        @DisplayName("takes a missing limit for 0")
        void noLimit() {
            assertThat(usage(metered("calls", OptionalDouble.empty(), false, false, 0), 1)
                            .hasAccess())
                    .isFalse();
        }

        @Test
        @DisplayName("never grants what is not a number")
        void notANumber() {
            assertThat(usage(metered("calls", Double.NaN, 0), 0).hasAccess()).isFalse();
            assertThat(usage(metered("calls", 100, Double.NaN), 0).hasAccess()).isFalse();
        }

        @Test
        @DisplayName("decides anew what Stigg decided for a question of its own")
        void staleVerdict() {
            FeatureFact exceeded =
                    withheld(metered("calls", 100, 50), AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT);

            assertThat(usage(exceeded, 50).hasAccess()).isTrue();
            assertThat(usage(exceeded, 51).hasAccess()).isFalse();
        }

        @Test
        @DisplayName("counts from 0 in a new period from the very instant that the old one ends")
        void rollOver() {
            Instant end = Instant.parse("2025-02-15T10:00:00Z");
            EntitlementSnapshot held = snapshot(
                    ACME,
                    resetting(
                            metered("calls", 100, 60),
                            ResetPeriod.of(ResetPeriod.Unit.MONTH),
                            T0,
                            UsagePeriod.between(T0, end)));
            MeteredQuery query = MeteredQuery.of("acme", "calls").requesting(100);

            MeteredEntitlement before = evaluate(held, query, CheckKinds.METERED, end.minusMillis(1));
            MeteredEntitlement after = evaluate(held, query, CheckKinds.METERED, end);

            assertThat(before.currentUsage()).isEqualTo(60);
            assertThat(before.hasAccess()).isFalse();
            assertThat(after.currentUsage()).isZero();
            assertThat(after.hasAccess()).isTrue();
            assertThat(after.usagePeriod()).isEqualTo(UsagePeriod.between(end, Instant.parse("2025-03-15T10:00:00Z")));
        }
    }

    @Nested
    @DisplayName("of an enum feature")
    class Enums {
        private EnumEntitlement check(String... requested) {
            return evaluate(
                    snapshot(ACME, allowing("support", "community", "email")),
                    EnumQuery.of("acme", "support").requesting(requested),
                    CheckKinds.ENUM,
                    T0);
        }

        @Test
        @DisplayName("grants when nothing is requested, and tells the values")
        void nothingRequested() {
            EnumEntitlement answer = check();

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.enumValues()).containsExactly("community", "email");
        }

        @Test
        @DisplayName("grants when every requested value is allowed")
        void allAllowed() {
            assertThat(check("email", "community").hasAccess()).isTrue();
        }

        @Test
        @DisplayName("denies when one requested value is not allowed")
        void oneNotAllowed() {
            assertThat(check("email", "phone").accessDeniedReason())
                    .contains(AccessDeniedReason.REQUESTED_VALUES_MISMATCH);
        }
    }

    @Nested
    @DisplayName("of credits")
    class Credits {
        @ParameterizedTest(name = "granted {0}, consumed {1}, requested {2}: {3}")
        @CsvSource({"500, 120, 380, true", "500, 120, 381, false", "500, 499, 0, true", "500, 500, 0, false"})
        @DisplayName("grants what is left, and with nothing requested while anything is")
        void hard(double granted, double consumed, double requested, boolean access) {
            CreditEntitlement answer = credit(wallet("ai", granted, consumed, false), requested);

            assertThat(answer.hasAccess()).isEqualTo(access);
            assertThat(answer.remaining()).isEqualTo(granted - consumed);
        }

        @Test
        @DisplayName("grants beyond a soft limit")
        void soft() {
            CreditEntitlement answer = credit(wallet("ai", 500, 520, true), 100);

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.remaining()).isEqualTo(-20);
        }

        @Test
        @DisplayName("denies a currency that is not in the set")
        void missing() {
            assertThat(credit(on("sso"), 0).accessDeniedReason()).contains(AccessDeniedReason.ENTITLEMENT_NOT_FOUND);
        }

        @Test
        @DisplayName("denies a feature that costs credits once its wallet is empty")
        void costsCredits() {
            EntitlementSnapshot held = snapshot(
                    ACME,
                    costing(metered("calls", OptionalDouble.empty(), true, false, 0), 1, "ai"),
                    wallet("ai", 500, 500, false));

            assertThat(evaluate(held, MeteredQuery.of("acme", "calls")).accessDeniedReason())
                    .contains(AccessDeniedReason.INSUFFICIENT_CREDITS);
        }

        @Test
        @DisplayName("denies usage of a feature that costs more credits than are left")
        void tooExpensive() {
            EntitlementSnapshot held = snapshot(
                    ACME,
                    costing(metered("calls", OptionalDouble.empty(), true, false, 0), 2, "ai"),
                    wallet("ai", 500, 400, false));

            assertThat(evaluate(held, MeteredQuery.of("acme", "calls").requesting(50))
                            .hasAccess())
                    .isTrue();
            assertThat(evaluate(held, MeteredQuery.of("acme", "calls").requesting(51))
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.INSUFFICIENT_CREDITS);
        }

        @Test
        @DisplayName("grants a feature that Stigg withheld for want of credits once its wallet has some again")
        void walletIsNewer() {
            FeatureFact withheld = withheld(
                    costing(metered("calls", OptionalDouble.empty(), true, false, 0), 1, "ai"),
                    AccessDeniedReason.INSUFFICIENT_CREDITS);

            assertThat(evaluate(
                                    snapshot(ACME, withheld, wallet("ai", 550, 500, false)),
                                    MeteredQuery.of("acme", "calls"))
                            .hasAccess())
                    .isTrue();
            assertThat(evaluate(snapshot(ACME, withheld), MeteredQuery.of("acme", "calls"))
                            .hasAccess())
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("of a feature of another type than asked for")
    class Mismatches {
        private final EntitlementSnapshot held = snapshot(
                ACME,
                on("flag"),
                numeric("number", OptionalDouble.of(1), false),
                metered("meter", 1, 0),
                allowing("list", "a"),
                FeatureFact.of(Feature.of("new", FeatureType.UNKNOWN, MeterType.NONE)),
                FeatureFact.of(Feature.of("odd", FeatureType.NUMBER, MeterType.UNKNOWN)));

        @ParameterizedTest
        @ValueSource(strings = {"number", "meter", "list", "new", "odd"})
        @DisplayName("denies a boolean check")
        void asBoolean(String id) {
            assertThat(evaluate(held, BooleanQuery.of("acme", id), CheckKinds.BOOLEAN, T0)
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.FEATURE_TYPE_MISMATCH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"flag", "number", "list", "new", "odd"})
        @DisplayName("denies a metered check")
        void asMetered(String id) {
            assertThat(evaluate(held, MeteredQuery.of("acme", id)).accessDeniedReason())
                    .contains(AccessDeniedReason.FEATURE_TYPE_MISMATCH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"flag", "meter", "list", "new", "odd"})
        @DisplayName("denies a numeric check")
        void asNumeric(String id) {
            assertThat(evaluate(held, NumericQuery.of("acme", id), CheckKinds.NUMERIC, T0)
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.FEATURE_TYPE_MISMATCH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"flag", "number", "meter", "new", "odd"})
        @DisplayName("denies an enum check")
        void asEnum(String id) {
            assertThat(evaluate(held, EnumQuery.of("acme", id), CheckKinds.ENUM, T0)
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.FEATURE_TYPE_MISMATCH);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "flag, BooleanEntitlement",
            "number, NumericEntitlement",
            "meter, MeteredEntitlement",
            "list, EnumEntitlement",
            "missing, BooleanEntitlement",
        })
        @DisplayName("answers a generic check with the kind that the feature has")
        void generic(String id, String kind) {
            FeatureEntitlement answer = evaluate(held, FeatureQuery.of("acme", id), CheckKinds.FEATURE, T0);

            assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
        }

        @ParameterizedTest
        @ValueSource(strings = {"new", "odd"})
        @DisplayName("denies a generic check of a type that it does not know")
        void unknownType(String id) {
            assertThat(evaluate(held, FeatureQuery.of("acme", id), CheckKinds.FEATURE, T0)
                            .hasAccess())
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9})
    @DisplayName("never grants more for asking for more, and never less for a higher limit")
    void monotonic(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            double limit = random.nextInt(100);
            double used = random.nextInt(120);
            double requested = random.nextInt(60);
            boolean soft = random.nextInt(10) == 0;
            FeatureFact fact = metered("calls", OptionalDouble.of(limit), false, soft, used);
            FeatureFact wider = metered("calls", OptionalDouble.of(limit + 1), false, soft, used);

            boolean access = usage(fact, requested).hasAccess();

            assertThat(usage(fact, requested + 1).hasAccess() && !access)
                    .as("%s + %s", fact, requested)
                    .isFalse();
            assertThat(access && !usage(wider, requested).hasAccess())
                    .as("%s + %s", fact, requested)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    @DisplayName("tells one usage at each instant, which only falls at the end of a period")
    void usageOverTime(long seed) {
        Random random = new Random(seed);
        ResetPeriod.Unit[] units = Arrays.copyOf(ResetPeriod.Unit.values(), 5);
        for (int i = 0; i < 500; i++) {
            ResetPeriod reset = ResetPeriod.of(units[random.nextInt(units.length)]);
            FeatureFact unused = resetting(metered("calls", 100, 0), reset, T0, UsagePeriod.none());
            UsagePeriod period = unused.usagePeriodAt(T0);
            EntitlementSnapshot held = snapshot(ACME, resetting(metered("calls", 100, 60), reset, T0, period));
            Instant now = T0.plus(Duration.ofMinutes(random.nextInt(600_000)));

            MeteredEntitlement answer = evaluate(held, MeteredQuery.of("acme", "calls"), CheckKinds.METERED, now);

            boolean sameWindow = now.isBefore(period.end().orElseThrow());
            assertThat(answer.currentUsage()).as("%s at %s", reset, now).isEqualTo(sameWindow ? 60 : 0);
            assertThat(now).isBefore(answer.usagePeriod().end().orElseThrow());
        }
    }
}
