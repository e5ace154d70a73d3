package io.stigg.sdk.reliability;

/** What a network does to those who use it. */
enum Fault {
    /** Nothing. */
    NONE,
    /** Connections are refused, and those that are there end. */
    REFUSE,
    /** A connection ends before what was to be brought. */
    CUT,
    /** Half of an answer arrives, then the connection ends. */
    TRUNCATE,
    /** Some bytes of an answer are others. */
    CORRUPT,
    /** It takes a while. */
    DELAY,
    /** Nothing arrives any more, and nobody says so. */
    STALL;

    boolean concernsAnswersOnly() {
        return this == TRUNCATE || this == CORRUPT;
    }
}
