package io.stigg.sdk.catalog;

/**
 * How tiers apply. Immutable.
 */
public enum TiersMode {
    /** All units cost what the tier of the whole quantity says. */
    VOLUME,
    /** Each unit costs what the tier that it falls into says. */
    GRADUATED,
    /** One that this SDK does not know. */
    UNKNOWN
}
