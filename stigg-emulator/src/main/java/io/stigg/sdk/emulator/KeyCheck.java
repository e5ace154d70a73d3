package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Refuses requests without the right API key. */
final class KeyCheck implements Endpoint {
    private final ExpectedKey key;
    private final Endpoint next;

    KeyCheck(ExpectedKey key, Endpoint next) {
        this.key = key;
        this.next = next;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (key.accepts(call.key())) {
            return next.answer(call);
        }
        return CompletableFuture.completedFuture(refusal());
    }

    static Reply refusal() {
        return Reply.error(401, ErrorCode.UNAUTHENTICATED.wireName(), "The X-API-KEY header has no valid API key");
    }
}
