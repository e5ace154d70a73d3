package io.stigg.sdk.http;

import java.util.concurrent.CompletableFuture;

/**
 * Carries a call out, or wraps an exchange that does. Returns at once. A failure is an outcome; the future itself fails
 * only by a defect, such as an executor that refuses to work, and may never complete once the call has been abandoned.
 */
interface Exchange {
    <R> CompletableFuture<Outcome<R>> send(Call<R> call);
}
