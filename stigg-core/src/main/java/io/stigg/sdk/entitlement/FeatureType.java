package io.stigg.sdk.entitlement;

/** The type of a feature's value. Immutable. */
public enum FeatureType {
    /** On or off. */
    BOOLEAN,
    /** A list of allowed values. */
    ENUM,
    /** A number: a configuration or a limit, see {@link MeterType}. */
    NUMBER,
    /** A type that this SDK does not know. Never granted. */
    UNKNOWN
}
