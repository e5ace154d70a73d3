package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.Documents.NOW;
import static io.stigg.sdk.offline.Documents.read;
import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static io.stigg.sdk.offline.OfflineEntitlements.limit;
import static io.stigg.sdk.offline.OfflineEntitlements.softLimit;
import static io.stigg.sdk.offline.OfflineEntitlements.unlimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A document of entitlements")
class DocumentReaderTest {
    private static final CustomerScope ACME = CustomerScope.of("acme");

    private static List<EntitlementFact> licence(String entries) {
        return read("{\"entitlements\": {" + entries + "}}").defaults().orElseThrow();
    }

    private static FeatureFact metered(String members) {
        return (FeatureFact)
                licence("\"calls\": {\"type\": \"METERED\"" + members + "}").get(0);
    }

    @Nested
    @DisplayName("states")
    class States {
        @Test
        @DisplayName("what everybody has, in the shape of a licence")
        void everybody() {
            OfflineDocument document = read("{\"entitlements\": {\"sso\": {\"type\": \"BOOLEAN\"}}}");

            assertThat(document.customers()).isEmpty();
            assertThat(document.defaults()).contains(granting("sso").facts());
        }

        @Test
        @DisplayName("what customers have, what their resources have, and what everybody else has")
        void customers() {
            OfflineDocument document = read("""
                    {
                      "$schema": "entitlements.schema.json",
                      "customers": {
                        "acme": {
                          "entitlements": {"sso": {"type": "BOOLEAN"}},
                          "resources": {"site-1": {"entitlements": {"pages": {"type": "BOOLEAN"}}}}
                        },
                        "other": {"resources": {"site-1": {}}}
                      },
                      "defaults": {"entitlements": {"trial": {"type": "BOOLEAN"}}}
                    }
                    """);

            assertThat(document.customers().keySet())
                    .containsExactlyInAnyOrder(
                            ACME,
                            ACME.resource("site-1"),
                            CustomerScope.of("other").resource("site-1"));
            assertThat(document.customers().get(ACME).entitlements())
                    .isEqualTo(granting("sso").facts());
            assertThat(document.customers().get(ACME.resource("site-1")).entitlements())
                    .isEqualTo(granting("pages").facts());
            assertThat(document.defaults()).contains(granting("trial").facts());
        }

        @Test
        @DisplayName("entitlements of every kind, as code does")
        void kinds() {
            List<EntitlementFact> facts = licence("""
                    "sso": {"type": "BOOLEAN"},
                    "size": {"type": "NUMERIC", "value": 100},
                    "depth": {"type": "NUMERIC", "isUnlimited": true},
                    "calls": {"type": "METERED", "usageLimit": 10000, "currentUsage": 42},
                    "storage": {"type": "METERED", "usageLimit": 50, "hasSoftLimit": true},
                    "builds": {"type": "METERED", "isUnlimited": true},
                    "regions": {"type": "ENUM", "enumValues": ["eu", "us"]},
                    "tokens": {"type": "CREDIT", "usageLimit": 500, "currentUsage": 20}
                    """);

            assertThat(facts)
                    .isEqualTo(granting("sso")
                            .numeric("size", limit(100))
                            .numeric("depth", unlimited())
                            .metered("calls", limit(10_000).used(42))
                            .metered("storage", softLimit(50))
                            .metered("builds", unlimited())
                            .values("regions", "eu", "us")
                            .credits("tokens", limit(500).used(20))
                            .facts());
        }

        @Test
        @DisplayName("a metered feature without a limit as one that may not be used")
        void noLimit() {
            FeatureFact fact = metered("");

            assertThat(fact.usageLimit()).isEmpty();
            assertThat(fact.isUnlimited()).isFalse();
        }

        @Test
        @DisplayName("how often usage is reset")
        void reset() {
            FeatureFact fact = metered(", \"usageLimit\": 1, \"resetPeriod\": {\"unit\": \"MONTH\"}, "
                    + "\"usagePeriodAnchor\": \"2025-01-01T00:00:00Z\"");

            assertThat(fact.resetPeriod()).contains(ResetPeriod.of(ResetPeriod.Unit.MONTH));
            assertThat(fact.usagePeriodAt(NOW).end()).contains(Instant.parse("2025-02-01T00:00:00Z"));
        }

        @Test
        @DisplayName("ends, of one entitlement and of everything, of which the earlier counts")
        void ends() {
            OfflineDocument document = read("""
                    {
                      "validUntil": "2026-01-01T00:00:00Z",
                      "entitlements": {
                        "sso": {"type": "BOOLEAN"},
                        "trial": {"type": "BOOLEAN", "validUntil": "2025-02-01T00:00:00Z"},
                        "tokens": {"type": "CREDIT", "usageLimit": 1, "validUntil": "2027-01-01T00:00:00Z"}
                      }
                    }
                    """);

            assertThat(document.defaults().orElseThrow())
                    .extracting(fact -> fact.validUntil().orElseThrow().toString())
                    .containsExactly("2026-01-01T00:00:00Z", "2025-02-01T00:00:00Z", "2026-01-01T00:00:00Z");
        }

        @Test
        @DisplayName("denials, of an entitlement and of a customer, also those that this SDK does not know")
        void denials() {
            EntitlementSnapshot acme = read("""
                            {"customers": {"acme": {
                              "denial": "CustomerIsArchived",
                              "entitlements": {"sso": {"type": "BOOLEAN", "denial": "SomethingNew"}}}}}
                            """).customers().get(ACME);

            assertThat(acme.denial()).contains(Denial.of(AccessDeniedReason.CUSTOMER_IS_ARCHIVED));
            assertThat(acme.entitlements().get(0).denial()).contains(Denial.ofWire("SomethingNew"));
        }

        @Test
        @DisplayName("when it was stated: the customer's own time, the document's, or now")
        void times() {
            String customers = "\"customers\": {\"acme\": {}, \"other\": {\"statedAt\": \"2025-01-02T00:00:00Z\"}}";

            OfflineDocument dated = read("{\"statedAt\": \"2025-01-01T00:00:00Z\", " + customers + "}");
            OfflineDocument undated = read("{" + customers + "}");

            assertThat(dated.statedAt()).contains(Instant.parse("2025-01-01T00:00:00Z"));
            assertThat(dated.customers().values())
                    .extracting(snapshot -> snapshot.fetchedAt().toString())
                    .containsExactly("2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z");
            assertThat(undated.statedAt()).isEmpty();
            assertThat(undated.customers().get(ACME).fetchedAt()).isEqualTo(NOW);
        }

        @Test
        @DisplayName("a feature and a currency of one id")
        void sameId() {
            List<EntitlementFact> facts = licence("""
                    "tokens": {"type": "BOOLEAN"},
                    "the credits": {"id": "tokens", "type": "CREDIT", "usageLimit": 5}
                    """);

            assertThat(facts)
                    .isEqualTo(granting("tokens").credits("tokens", limit(5)).facts());
        }

        @Test
        @DisplayName("itself after a byte order mark as well")
        void mark() {
            assertThat(read("\ufeff{\"entitlements\": {}}").defaults()).contains(List.of());
        }
    }

    @Nested
    @DisplayName("is refused with the place of what is wrong:")
    class Refused {
        private void assertRefused(String json, String... messages) {
            assertThatExceptionOfType(StiggArchiveException.class)
                    .isThrownBy(() -> read(json))
                    .withMessageStartingWith("licence.json, $")
                    .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(messages));
        }

        @Test
        @DisplayName("the path and the line")
        void place() {
            assertRefused(
                    """
                    {
                      "customers": {
                        "acme": {
                          "entitlements": {
                            "sso": {"type": "BOOL"}
                          }
                        }
                      }
                    }
                    """,
                    "$.customers.acme.entitlements.sso.type (line 5): is \"BOOL\"",
                    "one of BOOLEAN, NUMERIC, METERED, ENUM, CREDIT");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "'{}'| has neither",
                    "'[]'| is not an object",
                    "'true'| is not an object",
                    "'{'| is not JSON",
                    "'{\"entitlements\": {}'| is not JSON",
                    "'{\"entitlements\": {}} {}'| is not JSON",
                    "'{\"entitlements\": {}, \"entitlements\": {}}'| \"entitlements\" is there twice",
                    "'{\"entitlements\": {}, \"customers\": {}}'| can have neither",
                    "'{\"entitlements\": []}'| is not an object",
                    "'{\"entitlements\": null}'| is not an object",
                    "'{\"entitlement\": {}}'| \"entitlement\" is no member",
                    "'{\"defaults\": {}}'| has no \"entitlements\"",
                    "'{\"defaults\": {\"resources\": {}}}'| \"resources\" is no member",
                    "'{\"customers\": {\" \": {}}}'| the id of a customer is blank",
                    "'{\"customers\": {\"a\": {\"resources\": {\"\": {}}}}}'| the id of a resource is blank",
                    "'{\"customers\": {\"a\": {\"resources\": {\"r\": {\"resources\": {}}}}}}'| \"resources\" is no member",
                    "'{\"statedAt\": \"yesterday\", \"customers\": {}}'| not an instant",
                    "'{\"statedAt\": 5, \"customers\": {}}'| is not an instant",
                    "'{entitlements: {}}'| is not JSON",
                    "'{\"entitlements\": {},}'| is not JSON",
                    "'{\"entitlements\": {} /* none */}'| is not JSON",
                    "'{\"customers\": {\"a\": {\"denial\": 5}}}'| is not text",
                })
        @DisplayName("in the whole")
        void whole(String json, String message) {
            assertRefused(json, message);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "'{}'| has no \"type\"",
                    "'{\"type\": 1}'| is not text",
                    "'{\"type\": \"boolean\"}'| not one of",
                    "'{\"type\": \"BOOLEAN\", \"granted\": true}'| \"granted\" is no member",
                    "'{\"type\": \"METERED\", \"usageLimit\": \"5\"}'| is not a number",
                    "'{\"type\": \"METERED\", \"usageLimit\": -1}'| is negative",
                    "'{\"type\": \"METERED\", \"usageLimit\": NaN}'| is not JSON",
                    "'{\"type\": \"METERED\", \"usageLimit\": 1e999}'| is not JSON",
                    "'{\"type\": \"METERED\", \"isUnlimited\": \"true\"}'| is not true or false",
                    "'{\"type\": \"ENUM\", \"enumValues\": \"eu\"}'| is not a list",
                    "'{\"type\": \"ENUM\", \"enumValues\": [1]}'| is not text",
                    "'{\"type\": \"CREDIT\"}'| has no \"usageLimit\"",
                    "'{\"type\": \"CREDIT\", \"usageLimit\": 1, \"isUnlimited\": true}'| which has no \"isUnlimited\"",
                    "'{\"type\": \"BOOLEAN\", \"unitPlural\": \"x\"}'| which has no \"unitPlural\"",
                    "'{\"type\": \"BOOLEAN\", \"id\": \" \"}'| blank \"id\"",
                    "'{\"type\": \"METERED\", \"resetPeriod\": {}}'| has no \"unit\"",
                    "'{\"type\": \"METERED\", \"resetPeriod\": {\"unit\": \"SECOND\"}}'| not one of YEAR, MONTH",
                    "'{\"type\": \"METERED\", \"creditRate\": {\"amount\": 1}}'| needs an \"amount\" and a \"currencyId\"",
                    "'{\"type\": \"METERED\", \"unitTransformation\": {\"divide\": 0}}'| must not divide by 0",
                    "'{\"type\": \"BOOLEAN\", \"metadata\": {\"a\": null}}'| nothing that can be kept",
                    "'{\"type\": \"BOOLEAN\", \"metadata\": {\"a\": 1e999}}'| is too large a number",
                    "'{\"type\": \"BOOLEAN\", \"validUntil\": \"2025-02-30T00:00:00Z\"}'| not an instant",
                })
        @DisplayName("in an entitlement")
        void entitlement(String entry, String message) {
            assertRefused("{\"entitlements\": {\"it\": " + entry + "}}", "$.entitlements.it", message);
        }

        @Test
        @DisplayName("one entitlement that is stated twice")
        void twice() {
            assertRefused(
                    "{\"entitlements\": {\"a\": {\"type\": \"BOOLEAN\"}, \"b\": {\"type\": \"BOOLEAN\", \"id\": \"a\"}}}",
                    "$.entitlements.b",
                    "is stated twice: a");
        }

        @Test
        @DisplayName("nothing at all")
        void empty() {
            assertRefused("", "is not JSON");
        }

        @Test
        @DisplayName("bytes that are not UTF-8")
        void encoding() {
            byte[] latin = "{\"entitlements\": {\"ü\": {\"type\": \"BOOLEAN\"}}}".getBytes(StandardCharsets.ISO_8859_1);

            assertThatExceptionOfType(StiggArchiveException.class)
                    .isThrownBy(() -> DocumentReader.read(latin, "licence.json", NOW))
                    .withMessageContaining("is not UTF-8");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":"})
        @DisplayName("what is nested without end")
        void depth(String opening) {
            String metadata = "{\"a\": " + opening.repeat(100_000);

            assertRefused(
                    "{\"entitlements\": {\"it\": {\"type\": \"BOOLEAN\", \"metadata\": " + metadata, "is not JSON");
        }

        @Test
        @DisplayName("nothing of it is used")
        void nothing() {
            Optional<OfflineDocument> read;
            try {
                read = Optional.of(
                        read(
                                "{\"customers\": {\"acme\": {\"entitlements\": {\"sso\": {\"type\": \"BOOLEAN\"}}}, \"x\": 5}}"));
            } catch (StiggArchiveException refused) {
                read = Optional.empty();
            }

            assertThat(read).isEmpty();
        }
    }
}
