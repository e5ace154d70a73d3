package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.Documents.NOW;
import static io.stigg.sdk.offline.Documents.export;
import static io.stigg.sdk.offline.Documents.snapshot;
import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static io.stigg.sdk.offline.OfflineEntitlements.limit;
import static io.stigg.sdk.offline.OfflineEntitlements.none;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is written is read again")
class DocumentRoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("as it was, whatever it is")
    void same(long seed) {
        EntitlementExport export = Documents.randomExport(new Random(seed));

        OfflineDocument read = DocumentReader.read(DocumentWriter.write(export), "export", NOW);

        assertThat(read.statedAt()).contains(export.exportedAt());
        assertThat(read.customers().values()).containsExactlyInAnyOrderElementsOf(export.snapshots());
        assertThat(read.defaults()).isEmpty();
    }

    @Test
    @DisplayName("in words that a person would choose, without what goes without saying")
    void plain() {
        List<EntitlementFact> facts =
                granting("sso").metered("calls", limit(10).used(2.5)).facts();

        byte[] written = DocumentWriter.write(export(snapshot("acme", facts.toArray(EntitlementFact[]::new))));

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"statedAt\":\"2025-01-15T10:00:00Z\",\"customers\":{\"acme\":{"
                        + "\"updatedAt\":\"2025-01-15T10:00:00Z\",\"entitlements\":{"
                        + "\"sso\":{\"type\":\"BOOLEAN\"},"
                        + "\"calls\":{\"type\":\"METERED\",\"usageLimit\":10,\"currentUsage\":2.5}}}}}");
    }

    @Test
    @DisplayName("but for what cannot be text, which is left out rather than taken for something else")
    void illegible() {
        EntitlementFact half = granting("half \ud800").facts().get(0);
        EntitlementFact choice =
                none().values("regions", "eu", "\udc00").facts().get(0);
        EntitlementFact sso = granting("sso").facts().get(0);

        OfflineDocument read = DocumentReader.read(
                DocumentWriter.write(export(snapshot("acme", half, choice, sso), snapshot("\ud800", sso))),
                "export",
                NOW);

        assertThat(read.customers().values()).containsExactly(snapshot("acme", sso));
    }

    @Test
    @DisplayName("but for metadata that is nested beyond all reason")
    void depth() {
        Map<String, Object> deep = Map.of("a", 1L);
        for (int i = 0; i < 1_000; i++) {
            deep = Map.of("a", deep);
        }
        Map<String, Object> metadata = deep;
        CreditFact fact = new CreditFact(
                new CreditCurrency("tokens", "tokens", Optional.empty(), Optional.empty(), Optional.empty(), metadata),
                Optional.empty(),
                1,
                false,
                Usage.none(),
                Optional.empty());

        byte[] written = DocumentWriter.write(export(snapshot("acme", fact)));

        assertThat(DocumentReader.read(written, "export", NOW).customers().values())
                .containsExactly(snapshot(
                        "acme", none().credits("tokens", limit(1)).facts().get(0)));
    }

    @Test
    @DisplayName("but for limits that are none, which are left out rather than granted")
    void noLimits() {
        CreditFact nothing = new CreditFact(
                CreditCurrency.of("tokens"), Optional.empty(), Double.NaN, false, Usage.none(), Optional.empty());

        byte[] written = DocumentWriter.write(export(snapshot("acme", nothing)));

        assertThat(DocumentReader.read(written, "export", NOW).customers().values())
                .containsExactly(snapshot("acme"));
    }

    @Test
    @DisplayName("in the same order, so that the same export is the same file")
    void order() {
        var acme = snapshot("acme", granting("sso").facts().toArray(EntitlementFact[]::new));
        var other = snapshot("other");

        assertThat(DocumentWriter.write(export(acme, other))).isEqualTo(DocumentWriter.write(export(other, acme)));
    }
}
