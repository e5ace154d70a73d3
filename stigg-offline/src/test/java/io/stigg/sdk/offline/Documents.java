package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;

/** Documents for tests. */
final class Documents {
    static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");

    private static final List<String> STRANGE = List.of(
            "feature-sso",
            "a:b",
            "with space",
            "quote\" and \\ backslash",
            "line\nbreak\t",
            "a\u0001",
            "a\u2028b",
            "\ud83d\ude00",
            "type",
            "id",
            "customers",
            "'",
            "ünï");

    private Documents() {}

    static OfflineDocument read(String json) {
        return DocumentReader.read(json.getBytes(StandardCharsets.UTF_8), "licence.json", NOW);
    }

    static EntitlementExport export(EntitlementSnapshot... snapshots) {
        return new EntitlementExport(NOW, List.of(snapshots));
    }

    static EntitlementSnapshot snapshot(String customerId, EntitlementFact... facts) {
        return new EntitlementSnapshot(
                CustomerScope.of(customerId), List.of(facts), Optional.empty(), Optional.of(NOW), NOW);
    }

    /** Whatever an online client may know, and the strangest ids. */
    static EntitlementExport randomExport(Random random) {
        Map<CustomerScope, EntitlementSnapshot> snapshots = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            CustomerScope customer = CustomerScope.of(id(random));
            CustomerScope scope = random.nextInt(3) == 0 ? customer.resource(id(random)) : customer;
            snapshots.put(scope, randomSnapshot(scope, random));
        }
        return new EntitlementExport(instant(random), List.copyOf(snapshots.values()));
    }

    private static EntitlementSnapshot randomSnapshot(CustomerScope scope, Random random) {
        Map<EntitlementRef, EntitlementFact> facts = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            EntitlementFact fact = random.nextInt(4) == 0 ? randomCredit(random) : randomFeature(random);
            facts.put(fact.ref(), fact);
        }
        return new EntitlementSnapshot(
                scope,
                List.copyOf(facts.values()),
                maybe(random, () -> Denial.ofWire(random.nextBoolean() ? "Revoked" : "SomethingNew")),
                maybe(random, () -> instant(random)),
                instant(random));
    }

    private static FeatureFact randomFeature(Random random) {
        String id = id(random);
        return new FeatureFact(
                new Feature(
                        id,
                        random.nextBoolean() ? id : text(random),
                        any(random, FeatureType.values()),
                        any(random, MeterType.values()),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)),
                        maybe(
                                random,
                                () -> new UnitTransformation(
                                        1 + random.nextInt(5_000), any(random, UnitTransformation.Rounding.values()))),
                        metadata(random)),
                maybe(random, () -> Denial.ofWire("Revoked")),
                random.nextBoolean() ? OptionalDouble.of(amount(random)) : OptionalDouble.empty(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? List.of() : List.of(text(random), ""),
                maybe(
                        random,
                        () -> new ResetPeriod(
                                any(random, ResetPeriod.Unit.values()), any(random, ResetPeriod.Alignment.values()))),
                maybe(random, () -> instant(random)),
                usage(random),
                maybe(random, () -> new CreditRate(amount(random), id(random))),
                maybe(random, () -> instant(random)));
    }

    private static CreditFact randomCredit(Random random) {
        String id = id(random);
        return new CreditFact(
                new CreditCurrency(
                        id,
                        text(random),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)),
                        metadata(random)),
                maybe(random, () -> Denial.ofWire("InsufficientCredits")),
                amount(random),
                random.nextBoolean(),
                usage(random),
                maybe(random, () -> instant(random)));
    }

    private static Usage usage(Random random) {
        return new Usage(
                random.nextInt(10) == 0 ? 0 - amount(random) : amount(random),
                new UsagePeriod(maybe(random, () -> instant(random)), maybe(random, () -> instant(random))),
                maybe(random, () -> instant(random)));
    }

    private static Map<String, Object> metadata(Random random) {
        return random.nextBoolean()
                ? Map.of()
                : Map.of(
                        text(random),
                        List.of(1L, 2.5, true, "x", Map.of("deep", List.of())),
                        "number",
                        random.nextLong());
    }

    private static double amount(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000);
            case 2 -> random.nextDouble() * 1e-9;
            case 3 -> Math.pow(10, random.nextInt(300));
            default -> Double.MAX_VALUE;
        };
    }

    private static Instant instant(Random random) {
        return NOW.plusSeconds(random.nextInt(100_000_000)).plusNanos(random.nextBoolean() ? 0 : random.nextInt());
    }

    private static String id(Random random) {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private static String text(Random random) {
        return random.nextInt(4) == 0 ? "" : id(random);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }
}
