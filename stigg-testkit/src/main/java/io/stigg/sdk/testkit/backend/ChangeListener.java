package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.fact.Update;

/** Passes on what an environment tells by itself. */
public interface ChangeListener {
    /**
     * Something changed. Called in the order of the changes, while the environment is locked: it only notes the news.
     *
     * @param update what changed; the time of a set of entitlements is Stigg's
     */
    void note(Update update);

    /** Tells whoever listens what was noted. Called after each change, on the thread that made it, without a lock. */
    void deliver();
}
