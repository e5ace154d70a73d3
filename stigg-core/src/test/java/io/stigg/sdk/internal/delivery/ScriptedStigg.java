package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.UsageEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Takes batches of events as a test says, and remembers them. */
final class ScriptedStigg {
    final List<ReportEvent> sent = new CopyOnWriteArrayList<>();
    final List<UsageEvent> accepted = new CopyOnWriteArrayList<>();
    volatile Function<ReportEvent, Optional<StiggException>> script = batch -> Optional.empty();
    private final Queue<CompletableFuture<Object>> held = new ArrayDeque<>();
    private boolean holds;

    static StiggException unreachable() {
        return StiggTransportException.unreachable("there is no way", null);
    }

    static StiggException refusal(int status, String code) {
        return StiggApiException.of(
                "ReportEvent", status, List.of(new ApiError("no", Optional.of(code), Optional.empty(), Map.of())));
    }

    synchronized CompletableFuture<?> send(ReportEvent batch) {
        sent.add(batch);
        if (holds) {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            held.add(answer);
            return answer.thenCompose(go -> answer(batch));
        }
        return answer(batch);
    }

    private CompletableFuture<Object> answer(ReportEvent batch) {
        Optional<StiggException> failure = script.apply(batch);
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        accepted.addAll(batch.events());
        return CompletableFuture.completedFuture("accepted");
    }

    synchronized void hold() {
        holds = true;
    }

    void release() {
        List<CompletableFuture<Object>> all;
        synchronized (this) {
            holds = false;
            all = List.copyOf(held);
            held.clear();
        }
        all.forEach(answer -> answer.complete("go"));
    }

    synchronized int held() {
        return held.size();
    }

    /** Refuses every batch with an event of a name in it. */
    void refuse(String name, StiggException failure) {
        script = batch ->
                batch.events().stream().anyMatch(event -> event.eventName().equals(name))
                        ? Optional.of(failure)
                        : Optional.empty();
    }

    List<Integer> batchSizes() {
        return sent.stream().map(batch -> batch.events().size()).toList();
    }

    List<String> acceptedKeys() {
        return accepted.stream().map(UsageEvent::idempotencyKey).toList();
    }
}
