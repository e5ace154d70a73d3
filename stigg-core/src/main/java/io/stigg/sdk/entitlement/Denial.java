package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

/**
 * A refusal: its reason, and the text that Stigg gave, for reasons that are newer than this SDK. Immutable.
 *
 * @param reason the reason, {@link AccessDeniedReason#UNKNOWN} for a text that this SDK does not know
 * @param wireName the API's spelling of the reason
 */
public record Denial(AccessDeniedReason reason, String wireName) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Denial {
        requireNonNull(reason, "reason");
        requireNonNull(wireName, "wireName");
    }

    /**
     * Makes a denial for a known reason.
     *
     * @param reason the reason
     * @return the denial
     */
    public static Denial of(AccessDeniedReason reason) {
        return new Denial(reason, reason.wireName());
    }

    /**
     * Reads a denial from the API's text.
     *
     * @param wireName the text
     * @return the denial
     */
    public static Denial ofWire(String wireName) {
        return new Denial(AccessDeniedReason.ofWire(wireName), wireName);
    }
}
