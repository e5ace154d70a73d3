package io.stigg.sdk.entitlement;

/** What an answer rests on. Immutable. */
public enum AnswerBasis {
    /** What Stigg says, as fresh as the client's settings ask for. */
    FRESH,
    /**
     * The last that Stigg said, which may no longer be right: it is older than asked for and Stigg cannot be reached now, or
     * the connection over which Stigg tells what changes has broken off since. In the latter case the client asks again, in
     * the background.
     */
    STALE,
    /** A fallback: Stigg cannot be reached, and nothing young enough is known. */
    FALLBACK,
    /** An override that was set on the client by hand. */
    OVERRIDE
}
