package io.stigg.sdk.port;

import io.stigg.sdk.fact.Update;

/**
 * Is told what happens to one connection of an {@link UpdateStream}. Its methods return soon and never throw.
 */
public interface UpdateListener {
    /** From now on every change is told. Changes before that may have been missed. */
    void onOpen();

    /**
     * Something changed.
     *
     * @param update what changed
     */
    void onUpdate(Update update);

    /**
     * The connection has ended, or has never come about, and nothing of it is left. Told once, and last.
     *
     * @param cause why, a {@link io.stigg.sdk.error.StiggException}. If it is an {@linkplain io.stigg.sdk.error.StiggApiException#isAuthenticationFailure()
     *     authentication failure}, the key was refused and another attempt would be in vain; if it is
     *     {@linkplain io.stigg.sdk.error.StiggApiException#isThrottled() throttling}, the next attempt should wait longer
     */
    void onEnd(Throwable cause);
}
