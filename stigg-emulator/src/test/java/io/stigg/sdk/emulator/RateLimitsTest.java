package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.emulator.RateLimits.Limit;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rate limits")
class RateLimitsTest {
    private static final Optional<String> KEY = Optional.of("key");

    @Test
    @DisplayName("are none by default")
    void none() {
        Throttle throttle = new Throttle(RateLimits.none(), () -> Instant.EPOCH);

        assertThat(IntStream.range(0, 10_000)).allMatch(i -> throttle.admitsToEdge(KEY));
        assertThat(RateLimits.none().roots()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reportUsage,3000",
        "estimateEventCost,3000",
        "subscriptions,1500",
        "reportUsageBulk,600",
        "coupons,500",
        "revokePromotionalEntitlementsGroup,500",
        "provisionCustomer,250",
        "usageHistoryV2,250"
    })
    @DisplayName("are of Stigg's figures per minute when they are the documented ones")
    void documented(String field, int calls) {
        assertThat(RateLimits.documented().roots()).containsEntry(field, new Limit(calls, Duration.ofMinutes(1)));
    }

    @Test
    @DisplayName("let 6,000 files of the edge be read a minute, and 1,000 batches of events be sent a second")
    void documentedExtremes() {
        RateLimits limits = RateLimits.documented();

        assertThat(limits.edge()).contains(new Limit(6000, Duration.ofMinutes(1)));
        assertThat(limits.roots()).containsEntry("reportEvent", new Limit(1000, Duration.ofSeconds(1)));
    }

    @Test
    @DisplayName("are of queries and mutations that the schema has")
    void knownRoots() {
        assertThat(RateLimits.documented().roots().keySet()).allMatch(SchemaWiring::isRoot);
    }

    @Test
    @DisplayName("refuse what cannot be limited")
    void wrongLimits() {
        assertThatThrownBy(() -> RateLimits.none().withEdge(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("callsPerMinute must not be negative, but is -1");
        assertThatThrownBy(() -> RateLimits.none().withRoot("ReportUsage", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field must be a query or a mutation of Stigg's schema, not ReportUsage");
    }

    @Nested
    @DisplayName("are counted")
    class Counted {
        private final FakeClock clock = FakeClock.at(Instant.parse("2025-01-15T10:00:30Z"));
        private final Throttle throttle = new Throttle(RateLimits.none().withEdge(2), clock::now);

        @Test
        @DisplayName("from the first call on, for a minute")
        void inWindows() {
            assertThat(throttle.admitsToEdge(KEY)).isTrue();
            clock.advance(Duration.ofSeconds(59));
            assertThat(throttle.admitsToEdge(KEY)).isTrue();
            assertThat(throttle.admitsToEdge(KEY)).isFalse();

            clock.advance(Duration.ofSeconds(1));

            assertThat(throttle.admitsToEdge(KEY)).isTrue();
        }

        @Test
        @DisplayName("for each key by itself")
        void perKey() {
            throttle.admitsToEdge(KEY);
            throttle.admitsToEdge(KEY);

            assertThat(throttle.admitsToEdge(KEY)).isFalse();
            assertThat(throttle.admitsToEdge(Optional.of("other"))).isTrue();
        }

        @Test
        @DisplayName("anew when a clock was set back")
        void backInTime() {
            Throttle earlier = new Throttle(RateLimits.none().withEdge(1), new Ticking()::next);

            assertThat(earlier.admitsToEdge(KEY)).isTrue();
            assertThat(earlier.admitsToEdge(KEY)).isTrue();
        }
    }

    /** Time that goes backwards. */
    private static final class Ticking {
        private Instant time = Instant.EPOCH;

        Instant next() {
            time = time.minusSeconds(1);
            return time;
        }
    }

    @Nested
    @DisplayName("over HTTP")
    class OverHttp {
        private static final String CONFIGURATION = "/v1/config/server-sdk-configuration.json";
        private static final String REPORT =
                "mutation { reportUsage(input: {customerId: \"cust-1\", featureId: \"feature-seats\", value: 1}) { id } }";

        private final StiggBackend backend = StiggBackend.acme();

        private StiggEmulator start(RateLimits limits) {
            return StiggEmulator.serving(backend)
                    .apiKey("key")
                    .rateLimits(limits)
                    .start();
        }

        @Test
        @DisplayName("refuse the edge's files together with status 429 and two members, and without a word of when")
        void edge() {
            try (StiggEmulator emulator = start(RateLimits.none().withEdge(2))) {
                RawClient client = new RawClient(emulator.edgeUri(), "key");
                client.get(CONFIGURATION);
                Answer last = client.get("/v1/c/cust-1/entitlements-state.json");

                Answer refused = client.get(CONFIGURATION);

                assertThat(last.status()).isEqualTo(200);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.text())
                        .isEqualTo("{\"error\":\"rate_limit_exceeded\",\"message\":\"Too many requests\"}");
                assertThat(refused.response().headers().firstValue("Retry-After"))
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("admit again when the backend's clock has moved on by a minute")
        void edgeLater() {
            try (StiggEmulator emulator = start(RateLimits.none().withEdge(1))) {
                RawClient client = new RawClient(emulator.edgeUri(), "key");
                client.get(CONFIGURATION);
                assertThat(client.get(CONFIGURATION).status()).isEqualTo(429);

                backend.clock().advance(Duration.ofMinutes(1));

                assertThat(client.get(CONFIGURATION).status()).isEqualTo(200);
            }
        }

        @Test
        @DisplayName("count neither health nor control, nor what has a wrong key")
        void exempt() {
            try (StiggEmulator emulator = start(RateLimits.none().withEdge(1))) {
                RawClient client = new RawClient(emulator.edgeUri(), "key");
                client.get("/health");
                client.get("/control/streams");
                new RawClient(emulator.edgeUri(), "other").get(CONFIGURATION);

                assertThat(client.get(CONFIGURATION).status()).isEqualTo(200);
                assertThat(client.get("/health").status()).isEqualTo(200);
                assertThat(client.get("/control/streams").status()).isEqualTo(200);
            }
        }

        @Test
        @DisplayName("refuse a field of GraphQL by an error with a code, and do nothing")
        void graphql() {
            try (StiggEmulator emulator = start(RateLimits.none().withRoot("reportUsage", 1))) {
                RawClient client = new RawClient(emulator.uri(), "key");
                client.query(REPORT);
                int before = backend.requestCount();

                Answer refused = client.query(REPORT);

                assertThat(refused.status()).isEqualTo(200);
                assertThat(refused.errorCode()).isEqualTo("RateLimitExceeded");
                assertThat(refused.errorMessage()).isEqualTo("Too many requests: reportUsage");
                assertThat(refused.object("errors", 0, "extensions")).containsKey("traceId");
                assertThat(backend.requestCount()).isEqualTo(before);
                assertThat(client.query("{ sdkConfiguration { sentryDsn } }").json())
                        .doesNotContainKey("errors");
            }
        }

        @Test
        @DisplayName("count each field of a document, under whatever alias")
        void aliases() {
            try (StiggEmulator emulator = start(RateLimits.none().withRoot("sdkConfiguration", 1))) {
                RawClient client = new RawClient(emulator.uri(), "key");

                Answer answer =
                        client.query("{ a: sdkConfiguration { __typename } b: sdkConfiguration { __typename } }");

                assertThat(answer.object("data"))
                        .containsEntry("a", Map.of("__typename", "SdkConfiguration"))
                        .containsEntry("b", null);
                assertThat(answer.list("errors")).hasSize(1);
            }
        }

        @Test
        @DisplayName("of GraphQL leave the edge alone, whose files come of the same fields")
        void edgeOfGraphql() {
            try (StiggEmulator emulator = start(RateLimits.none().withRoot("sdkConfiguration", 0))) {
                Answer answer = new RawClient(emulator.edgeUri(), "key").get(CONFIGURATION);

                assertThat(answer.json()).doesNotContainKey("errors");
            }
        }

        @Test
        @DisplayName("count what is asked over a socket as well")
        void sockets() {
            try (StiggEmulator emulator = start(RateLimits.none().withRoot("sdkConfiguration", 1));
                    RawSocket socket = RawSocket.open(emulator.uri(), "key")) {
                new RawClient(emulator.uri(), "key").query("{ sdkConfiguration { sentryDsn } }");

                String answer = socket.subscribe("1", "{ sdkConfiguration { sentryDsn } }")
                        .next();

                assertThat(answer).contains("RateLimitExceeded");
            }
        }
    }
}
