package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.OutboxEntry;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a publisher of events relies on. Whoever writes an outbox runs this. */
@DisplayName("An outbox of events")
public abstract class EventOutboxContract {
    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
    private static final long ALL = Long.MAX_VALUE;

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private EventOutbox outbox;

    /** For subclasses. */
    protected EventOutboxContract() {}

    /**
     * Opens an outbox that is empty when it is opened for the first time in a test, and has room for 100,000 events of 300
     * bytes.
     *
     * @return the outbox; the suite closes it
     */
    protected abstract EventOutbox open();

    /**
     * Tells whether events outlast the outbox, so that {@link #open} gives them out again after it was closed.
     *
     * @return whether they do
     */
    protected abstract boolean keepsEvents();

    @BeforeEach
    final void openIt() {
        outbox = open();
    }

    @AfterEach
    final void close() {
        outbox.close();
    }

    private static UsageEvent event(int number) {
        return UsageEvent.of("cust-1", "api_call")
                .at(NOON.plusMillis(number))
                .withDimension("bytes", number)
                .withIdempotencyKey("key-" + number);
    }

    private void add(int from, int to) {
        IntStream.range(from, to)
                .forEach(number -> assertThat(outbox.add(event(number))).isTrue());
    }

    private static List<UsageEvent> events(List<OutboxEntry> entries) {
        return entries.stream().map(OutboxEntry::event).toList();
    }

    private static List<UsageEvent> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(EventOutboxContract::event).toList();
    }

    @Test
    @DisplayName("gives out events in the order in which they came, each once")
    void order() {
        add(0, 5);

        assertThat(events(outbox.take(3, ALL))).isEqualTo(numbered(0, 3));
        assertThat(events(outbox.take(3, ALL))).isEqualTo(numbered(3, 5));
        assertThat(outbox.take(3, ALL)).isEmpty();
    }

    @Test
    @DisplayName("gives each entry a higher position than those before")
    void positions() {
        add(0, 5);

        List<Long> positions =
                outbox.take(5, ALL).stream().map(OutboxEntry::position).toList();

        assertThat(positions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("gives out no more bytes than are wanted, but one event at least")
    void bytes() {
        add(0, 3);

        assertThat(outbox.take(3, 2L * event(0).sizeInBytes() + 1)).hasSize(2);
        assertThat(outbox.take(3, 1)).hasSize(1);
    }

    @Test
    @DisplayName("counts what waits, and shows the oldest")
    void waiting() {
        assertThat(outbox.oldest()).isEmpty();
        add(0, 3);
        outbox.take(1, ALL);

        assertThat(outbox.waiting()).isEqualTo(2);
        assertThat(outbox.oldest()).contains(event(1));
    }

    @Test
    @DisplayName("drops the oldest that waits, and none that was taken")
    void drops() {
        add(0, 3);
        outbox.take(1, ALL);

        assertThat(outbox.dropOldest()).isTrue();
        assertThat(events(outbox.take(5, ALL))).isEqualTo(numbered(2, 3));
        assertThat(outbox.dropOldest()).isFalse();
    }

    @Test
    @DisplayName("keeps an event as it is")
    void whole() {
        UsageEvent event = event(1).forResource("site-1")
                .withDimensions(Map.of("text", "\u20ac", "flag", true, "whole", 7L, "real", 0.5));

        outbox.add(event);

        assertThat(events(outbox.take(1, ALL))).containsExactly(event);
    }

    @Test
    @DisplayName("removes in any order, and what is not there without a word")
    void removes() {
        add(0, 4);
        List<OutboxEntry> taken = new ArrayList<>(outbox.take(4, ALL));
        Collections.reverse(taken);

        outbox.remove(taken.subList(0, 2));
        outbox.remove(taken);
        outbox.remove(taken);

        assertThat(outbox.close()).isEmpty();
        outbox = open();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    @DisplayName("at its end hands back what was not removed in order, unless it keeps it")
    void atTheEnd() {
        add(0, 6);
        outbox.remove(outbox.take(2, ALL));
        outbox.take(2, ALL);

        List<UsageEvent> handedBack = outbox.close();
        outbox = open();

        List<UsageEvent> kept = events(outbox.take(10, ALL));
        assertThat(keepsEvents() ? kept : handedBack).isEqualTo(numbered(2, 6));
        assertThat(keepsEvents() ? handedBack : kept).isEmpty();
    }

    @Test
    @DisplayName("takes nothing after its end")
    void closed() {
        outbox.close();

        assertThatThrownBy(() -> outbox.add(event(0))).isInstanceOf(StiggOutboxException.class);
    }

    @Test
    @DisplayName("loses nothing and gives nothing out twice, while many add and one takes")
    void concurrency() {
        int each = 10_000;
        List<CompletableFuture<Void>> adders = IntStream.range(0, 4)
                .mapToObj(adder -> CompletableFuture.runAsync(() -> add(adder * each, adder * each + each)))
                .toList();

        List<String> keys = new ArrayList<>();
        while (keys.size() < 4 * each) {
            List<OutboxEntry> entries = outbox.take(500, ALL);
            entries.forEach(entry -> keys.add(entry.event().idempotencyKey()));
            outbox.remove(entries);
        }
        adders.forEach(CompletableFuture::join);

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(outbox.waiting()).isZero();
    }
}
