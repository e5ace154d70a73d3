package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Refuses reads of the edge that are too many, in the edge's own words. */
final class ThrottledEdge implements Endpoint {
    private final Throttle throttle;
    private final Endpoint next;

    ThrottledEdge(Throttle throttle, Endpoint next) {
        this.throttle = throttle;
        this.next = next;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return throttle.admitsToEdge(call.key()) ? next.answer(call) : completedFuture(tooMany());
    }

    static Reply tooMany() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", "rate_limit_exceeded");
        body.put("message", "Too many requests");
        return Reply.of(429, body);
    }
}
