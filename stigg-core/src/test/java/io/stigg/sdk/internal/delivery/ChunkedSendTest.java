package io.stigg.sdk.internal.delivery;

import static io.stigg.sdk.internal.delivery.ScriptedStigg.refusal;
import static io.stigg.sdk.internal.delivery.ScriptedStigg.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggBulkException;
import io.stigg.sdk.error.StiggException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Many things that are sent in chunks")
class ChunkedSendTest {
    private static final StiggException BAD = refusal(200, "BadUserInput");

    private final List<List<Integer>> sent = new CopyOnWriteArrayList<>();
    private Function<List<Integer>, Optional<StiggException>> script = chunk -> Optional.empty();

    private CompletableFuture<List<String>> send(int count, int most) {
        return send(count, most, thing -> 1);
    }

    private CompletableFuture<List<String>> send(int count, int most, ToIntFunction<Integer> size) {
        List<Integer> things = IntStream.range(0, count).boxed().toList();
        return new ChunkedSend<Integer, String>(things, most, size, this::answer).start();
    }

    private CompletableFuture<List<String>> answer(List<Integer> chunk) {
        sent.add(List.copyOf(chunk));
        return script.apply(chunk)
                .map(CompletableFuture::<List<String>>failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(
                        chunk.stream().map(thing -> "ack-" + thing).toList()));
    }

    private static StiggBulkException failure(CompletableFuture<?> outcome) {
        return (StiggBulkException) outcome.handle(
                        (done, thrown) -> thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown)
                .join();
    }

    @Test
    @DisplayName("are answered in order, however many there are")
    void order() {
        CompletableFuture<List<String>> outcome = send(25_000, 10);

        assertThat(sent).hasSize(2_500).allSatisfy(chunk -> assertThat(chunk).hasSize(10));
        assertThat(outcome.join()).hasSize(25_000).startsWith("ack-0", "ack-1").endsWith("ack-24999");
    }

    @Test
    @DisplayName("are sent two chunks at a time")
    void concurrency() {
        Queue<CompletableFuture<List<String>>> open = new ArrayDeque<>();
        CompletableFuture<List<String>> outcome = new ChunkedSend<Integer, String>(
                        List.of(1, 2, 3), 1, thing -> 1, chunk -> {
                            CompletableFuture<List<String>> answer = new CompletableFuture<>();
                            open.add(answer);
                            return answer;
                        })
                .start();

        assertThat(open).hasSize(2);
        open.remove().complete(List.of("one"));
        assertThat(open).hasSize(2);
        open.remove().complete(List.of("two"));
        open.remove().complete(List.of("three"));

        assertThat(outcome.join()).containsExactly("one", "two", "three");
    }

    @Test
    @DisplayName("are kept apart when they are too large together")
    void bytes() {
        send(5, 100, thing -> 1_500_000);

        assertThat(sent).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    }

    @Test
    @DisplayName("need nothing to be sent when there are none")
    void none() {
        assertThat(send(0, 10).join()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    @DisplayName("are all accepted but those that are refused, which are found by halving")
    void refused() {
        script = chunk -> chunk.contains(3) || chunk.contains(57) ? Optional.of(BAD) : Optional.empty();

        StiggBulkException failure = failure(send(100, 10));

        assertThat(failure.failures()).containsOnlyKeys(3, 57).containsValue(BAD);
        assertThat(failure.accepted()).isEqualTo(98);
        assertThat(failure.notAccepted(Integer.class)).containsExactly(3, 57);
        assertThat(failure).hasCause(BAD).hasMessageContaining("2 of 100 were not accepted, number 3");
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    @DisplayName("are not sent any more once Stigg cannot be reached, and are handed back")
    void unreached() {
        script = chunk -> chunk.contains(25) ? Optional.of(unreachable()) : Optional.empty();

        StiggBulkException failure = failure(send(100, 10));

        assertThat(failure.failures().firstKey()).isEqualTo(20);
        assertThat(failure.failures()).hasSize(80);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(sent.size()).isLessThan(6);
    }

    @Test
    @DisplayName("fail as the client does once it is closed")
    void closed() {
        CompletableFuture<List<String>> outcome = new ChunkedSend<Integer, String>(
                        List.of(1, 2),
                        1,
                        thing -> 1,
                        chunk -> CompletableFuture.failedFuture(new IllegalStateException("closed")))
                .start();

        assertThat(outcome).isCompletedExceptionally();
        assertThat(outcome.handle((done, thrown) -> thrown).join()).isInstanceOf(IllegalStateException.class);
    }
}
