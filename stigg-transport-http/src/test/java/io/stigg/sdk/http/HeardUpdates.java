package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it is told, and how. */
class HeardUpdates implements UpdateListener {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Update> updates = new CopyOnWriteArrayList<>();
    final List<String> threads = new CopyOnWriteArrayList<>();
    final CompletableFuture<StiggException> end = new CompletableFuture<>();
    final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    @Override
    public void onOpen() {
        call("open", () -> {});
    }

    @Override
    public void onUpdate(Update update) {
        call("update", () -> updates.add(update));
    }

    @Override
    public void onEnd(Throwable cause) {
        call("end", () -> end.complete((StiggException) cause));
    }

    private void call(String name, Runnable effect) {
        if (inside.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        threads.add(Thread.currentThread().getName());
        calls.add(name);
        effect.run();
        inside.decrementAndGet();
    }

    StiggException cause() {
        return end.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
