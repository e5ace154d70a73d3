package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On the wire")
class RetriesOverTheWireTest extends TransportTest {
    private static final String RATE_LIMITED =
            "{\"errors\":[{\"message\":\"slow\",\"extensions\":{\"code\":\"RateLimitExceeded\"}}]}";
    private static final StiggRequest<?> SUBSCRIBE = ProvisionSubscription.of("acme", PlanSelection.of("plan-basic"));

    @Nested
    @DisplayName("what changes nothing twice")
    class Repeatable {
        @ParameterizedTest
        @ValueSource(ints = {408, 425, 429, 502, 503, 504})
        @DisplayName("is sent again after a status that passes")
        void isSentAgain(int status) {
            server.replies(json(status, ""), ok(EMPTY_STATE));

            assertThat(send(options(), LATEST).entitlements()).isEmpty();
            assertThat(server.received()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 422, 500, 501})
        @DisplayName("is not sent again after a status that stays")
        void isNotSentAgain(int status) {
            server.replies(json(status, ""));

            failure(options(), LATEST);

            assertThat(server.received()).hasSize(1);
        }

        @Test
        @DisplayName("is sent again after GraphQL's own rate limit, and after the server hung up")
        void isSentAgainAfterALimit() {
            server.replies(ok(RATE_LIMITED), ScriptedServer.hangUp(), ok(EMPTY_STATE));

            assertThat(send(options(), LATEST).entitlements()).isEmpty();
            assertThat(server.received()).hasSize(3);
        }

        @Test
        @DisplayName("is sent four times at most, and fails with what Stigg said last")
        void isSentFourTimes() {
            server.replies(json(503, ""));

            StiggException failure = failure(options(), LATEST);

            assertThat(((StiggApiException) failure).httpStatus()).isEqualTo(503);
            assertThat(server.received()).hasSize(4);
        }

        @Test
        @DisplayName("includes reports of usage, with the same key, and customers")
        void includesReports() {
            server.replies(json(503, ""), json(500, ""));
            failure(options(), ReportUsage.of("acme", "calls", 1));
            server.replies(json(503, ""), json(500, ""));
            failure(options(), ProvisionCustomer.of("acme"));

            assertThat(server.received()).hasSize(4);
            assertThat(server.received().get(0).body())
                    .contains("idempotencyKey")
                    .isEqualTo(server.received().get(1).body());
        }
    }

    @Nested
    @DisplayName("what could happen twice")
    class Unrepeatable {
        @ParameterizedTest
        @ValueSource(ints = {408, 425, 502, 503, 504})
        @DisplayName("is not sent again, because Stigg may have done it")
        void isNotSentAgain(int status) {
            server.replies(json(status, ""));

            failure(options(), SUBSCRIBE);

            assertThat(server.received()).hasSize(1);
        }

        @Test
        @DisplayName("is not sent again after the server hung up or limited it within GraphQL")
        void isNotSentAgainAfterHangingUp() {
            server.replies(ScriptedServer.hangUp());
            failure(options(), SUBSCRIBE);
            server.replies(ok(RATE_LIMITED));
            failure(options(), SUBSCRIBE);

            assertThat(server.received()).hasSize(2);
        }

        @Test
        @DisplayName("is sent again after it was turned away at the door")
        void isSentAgainAfterTooMany() {
            server.replies(json(429, ""), json(400, ""));

            failure(options(), SUBSCRIBE);

            assertThat(server.received()).hasSize(2);
        }
    }

    @Nested
    @DisplayName("Retry-After")
    class WithRetryAfter {
        @Test
        @DisplayName("in seconds is waited for")
        void isWaitedFor() {
            server.replies(json(429, "", "retry-after: 1"), ok(EMPTY_STATE));
            Instant start = Instant.now();

            send(options(), LATEST);

            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }

        @Test
        @DisplayName("as a date is waited for")
        void isWaitedForAsADate() {
            Instant until = Instant.now().plusSeconds(2);
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atZone(ZoneOffset.UTC));
            server.replies(json(503, "", "retry-after: " + date), ok(EMPTY_STATE));

            send(options(), LATEST);

            assertThat(Instant.now()).isAfterOrEqualTo(until.minusMillis(1_050));
        }

        @Test
        @DisplayName("beyond the budget is not waited for: the call fails at once")
        void isNotWaitedForBeyondTheBudget() {
            server.replies(json(429, "{\"error\":\"rate_limit_exceeded\",\"message\":\"slow\"}", "retry-after: 60"));
            Instant start = Instant.now();

            StiggException failure = failure(options(), LATEST);

            assertThat(((StiggApiException) failure).httpStatus()).isEqualTo(429);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
            assertThat(server.received()).hasSize(1);
        }
    }
}
