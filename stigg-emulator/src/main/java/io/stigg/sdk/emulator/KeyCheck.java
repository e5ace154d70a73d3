package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.error.ErrorCode;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Refuses requests without the right API key. */
final class KeyCheck implements Endpoint {
    private final Optional<String> key;
    private final Endpoint next;

    /** @param key the key, empty to accept every request */
    KeyCheck(Optional<String> key, Endpoint next) {
        this.key = key;
        this.next = next;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (key.isEmpty() || call.header("X-API-KEY").filter(this::isRight).isPresent()) {
            return next.answer(call);
        }
        return CompletableFuture.completedFuture(
                Reply.error(401, ErrorCode.UNAUTHENTICATED.wireName(), "The X-API-KEY header has no valid API key"));
    }

    private boolean isRight(String sent) {
        return MessageDigest.isEqual(sent.getBytes(UTF_8), key.orElseThrow().getBytes(UTF_8));
    }
}
