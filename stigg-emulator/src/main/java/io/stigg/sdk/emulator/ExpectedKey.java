package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/** The API key that clients must have. Immutable. No record, because it holds the key. */
final class ExpectedKey {
    private final Optional<String> key;

    /** @param key the key, empty to accept everyone */
    ExpectedKey(Optional<String> key) {
        this.key = key;
    }

    boolean accepts(Optional<String> sent) {
        return key.isEmpty() || sent.filter(this::isRight).isPresent();
    }

    private boolean isRight(String sent) {
        return MessageDigest.isEqual(sent.getBytes(UTF_8), key.orElseThrow().getBytes(UTF_8));
    }
}
