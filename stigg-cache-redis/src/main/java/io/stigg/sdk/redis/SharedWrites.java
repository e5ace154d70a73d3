package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.UsageReading;
import java.util.concurrent.CompletionStage;

/** Writes to Redis so that the newest wins. Thread-safe; what it returns fails if Redis cannot do it. */
interface SharedWrites {
    /** Writes a set, and the usage that belongs to it, each unless something newer is there. */
    CompletionStage<Write.Outcome> write(Write write);

    /** Writes usage if its scope is held and nothing newer is there. */
    CompletionStage<?> applyUsage(UsageReading reading);

    /** Source: the purge of Node leaves usage where it is; a resource without its customer's set counts as missing. */
    CompletionStage<?> remove(CustomerScope scope);
}
