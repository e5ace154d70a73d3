package io.stigg.sdk.http;

import java.util.concurrent.CompletableFuture;

/**
 * Carries a call out, or wraps an exchange that does. The future never fails, returns at once, and may never complete once
 * the call has been abandoned.
 */
interface Exchange {
    <R> CompletableFuture<Outcome<R>> send(Call<R> call);
}
