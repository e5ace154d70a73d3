package io.stigg.sdk.redis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Tells a change that another process has told, and has written to Redis already, from one that is to be written. The core
 * applies what it is told on the thread that tells it. Thread-safe.
 */
@Singleton
final class Hearsay {
    private final ThreadLocal<Boolean> telling = new ThreadLocal<>();

    @Inject
    Hearsay() {}

    void tell(Runnable change) {
        telling.set(true);
        try {
            change.run();
        } finally {
            telling.remove();
        }
    }

    boolean isTelling() {
        return telling.get() != null;
    }
}
