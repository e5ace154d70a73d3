package io.stigg.sdk.emulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was asked and how it was answered, but for what only looks on: the pages and questions of the console.
 * Thread-safe.
 */
final class ExchangeLog {
    private static final int KEPT = 1_000;
    private static final int CODE_IS_WITHIN = 4_096;
    // The engine writes messages before codes, and both early in the answer.
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Za-z_]{1,100})\"");

    private final Deque<Exchange> latest = new ArrayDeque<>();
    private final Live live;
    private long count;

    /** @param live is told of every exchange */
    ExchangeLog(Live live) {
        this.live = live;
    }

    /**
     * Notes an answer.
     *
     * @param micros how long it took
     * @param reply the answer, null if there was none
     */
    void add(Call call, long micros, @Nullable Reply reply) {
        if (onlyLooksOn(call)) {
            return;
        }
        Optional<Reply> answer = Optional.ofNullable(reply);
        synchronized (this) {
            if (latest.size() == KEPT) {
                latest.removeFirst();
            }
            latest.addLast(new Exchange(
                    ++count,
                    Instant.now(),
                    call.method(),
                    call.path(),
                    call.operation(),
                    call.header("apollographql-client-name"),
                    call.header("apollographql-client-version"),
                    micros,
                    answer.map(Reply::status),
                    answer.flatMap(ExchangeLog::error)));
        }
        live.tell(Live.Topic.LOG);
        if (call.method().equals("POST")) {
            live.tell(Live.Topic.STATE);
        }
    }

    private static boolean onlyLooksOn(Call call) {
        boolean isControl = call.path().startsWith(ControlEndpoint.PATH);
        return ConsoleEndpoint.serves(call.path())
                || (isControl && (call.method().equals("GET") || call.path().endsWith("/query")));
    }

    private static Optional<String> error(Reply reply) {
        String json = reply.json();
        if (!json.startsWith("{\"errors\"")) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(json.substring(0, Math.min(json.length(), CODE_IS_WITHIN)));
        return Optional.of(code.find() ? code.group(1) : "error");
    }

    synchronized List<Exchange> latest() {
        return List.copyOf(latest);
    }

    synchronized void clear() {
        latest.clear();
    }
}
