package io.stigg.sdk.emulator;

import java.util.concurrent.CompletionStage;

/** Answers requests. A failed stage means that there is no answer: the connection is to be cut. Thread-safe. */
@FunctionalInterface
interface Endpoint {
    CompletionStage<Reply> answer(Call call);
}
