package io.stigg.sdk.entitlement;

/** What an answer rests on. Immutable. */
public enum AnswerBasis {
    /** What Stigg says, as fresh as the client's settings ask for. */
    FRESH,
    /** The last that Stigg said, older than asked for, because Stigg cannot be reached now. */
    STALE,
    /** A fallback: Stigg cannot be reached, and nothing young enough is known. */
    FALLBACK,
    /** An override that was set on the client by hand. */
    OVERRIDE
}
