package io.stigg.sdk.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event")
class UsageEventTest {
    private static final UsageEvent EVENT = UsageEvent.of("acme", "api_call");

    @Test
    @DisplayName("has a key of its own from the start, and no time before it is accepted")
    void defaults() {
        assertThat(EVENT.idempotencyKey())
                .isNotBlank()
                .isNotEqualTo(UsageEvent.of("acme", "api_call").idempotencyKey());
        assertThat(EVENT.timestamp()).isEmpty();
        assertThat(EVENT.resourceId()).isEmpty();
        assertThat(EVENT.dimensions()).isEmpty();
    }

    @Test
    @DisplayName("can be told everything, and keeps the rest with each change")
    void changes() {
        Instant time = Instant.parse("2025-01-15T10:00:00.123Z");

        UsageEvent event = EVENT.forResource("site-1")
                .at(time)
                .withDimension("bytes", 10)
                .withDimension("route", "/v1")
                .withIdempotencyKey("key-1");

        assertThat(event)
                .isEqualTo(new UsageEvent(
                        "api_call",
                        "acme",
                        Optional.of("site-1"),
                        Map.of("bytes", 10, "route", "/v1"),
                        Optional.of(time),
                        "key-1"));
    }

    @Test
    @DisplayName("happens in a whole millisecond, as Stigg compares times")
    void milliseconds() {
        assertThat(EVENT.at(Instant.parse("2025-01-15T10:00:00.123456789Z")).timestamp())
                .contains(Instant.parse("2025-01-15T10:00:00.123Z"));
    }

    @Test
    @DisplayName("is refused by the name of what cannot be meant")
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageEvent.of(" ", "call"))
                .withMessageContaining("customerId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageEvent.of("acme", ""))
                .withMessageContaining("eventName");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENT.forResource(""))
                .withMessageContaining("resourceId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENT.withIdempotencyKey(" "))
                .withMessageContaining("idempotencyKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENT.withDimension("list", List.of()))
                .withMessageContaining("list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENT.withDimension("number", Double.NaN))
                .withMessageContaining("number");
    }

    @Test
    @DisplayName("is refused when it is larger than Stigg takes, without being shown")
    void tooLarge() {
        String secret = "s3cret".repeat(200_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENT.withDimension("text", secret))
                .withMessageContaining("1000000")
                .withMessageNotContaining("s3cret");
        assertThat(EVENT.withDimension("text", "x".repeat(999_000)).sizeInBytes())
                .isLessThanOrEqualTo(UsageEvent.LARGEST);
    }

    @Test
    @DisplayName("takes as much room as its characters do in JSON, near enough")
    void size() {
        int plain = sizeOf("x");

        assertThat(plain).isEqualTo(1_000);
        assertThat(sizeOf("\"")).isEqualTo(2 * plain);
        assertThat(sizeOf("\\")).isEqualTo(2 * plain);
        assertThat(sizeOf("\n")).isEqualTo(6 * plain);
        assertThat(sizeOf("\u00e9")).isEqualTo(2 * plain);
        assertThat(sizeOf("\u20ac")).isEqualTo(3 * plain);
        assertThat(sizeOf("\ud83d\ude00")).isEqualTo(4 * plain);
        assertThat(EVENT.withDimension("number", new BigDecimal("1.25")).sizeInBytes())
                .isBetween(EVENT.sizeInBytes() + 10, EVENT.sizeInBytes() + 30);
    }

    private static int sizeOf(String character) {
        return EVENT.withDimension("text", character.repeat(1_000)).sizeInBytes()
                - EVENT.withDimension("text", "").sizeInBytes();
    }

    @Test
    @DisplayName("is one of 1 to 1,000 in a report, and has its time there")
    void report() {
        UsageEvent dated = EVENT.at(Instant.EPOCH);

        assertThat(new ReportEvent(Collections.nCopies(1_000, dated)).events()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportEvent(List.of()))
                .withMessageContaining("events must be 1 to 1000, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportEvent(Collections.nCopies(1_001, dated)))
                .withMessageContaining("not 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportEvent(List.of(EVENT)))
                .withMessageContaining("timestamp");
    }
}
