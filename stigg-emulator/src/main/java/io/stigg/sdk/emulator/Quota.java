package io.stigg.sdk.emulator;

/** What one caller may still ask of GraphQL. */
@FunctionalInterface
interface Quota {
    /** Lets everything be asked for. */
    Quota UNLIMITED = field -> {};

    /**
     * Counts that a root field is asked for.
     *
     * @throws io.stigg.sdk.error.StiggApiException if it was asked for too often
     */
    void spend(String field);
}
