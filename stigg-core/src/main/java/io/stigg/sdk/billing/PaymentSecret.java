package io.stigg.sdk.billing;

import io.stigg.sdk.argument.Arguments;
import org.jspecify.annotations.Nullable;

/** What a payment form needs to collect one payment. It shows itself nowhere; hand {@link #value()} to the form. Immutable. */
public final class PaymentSecret {
    private final String value;

    private PaymentSecret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @param value the secret
     * @return the secret, wrapped
     * @throws IllegalArgumentException if it is blank
     */
    public static PaymentSecret of(String value) {
        return new PaymentSecret(Arguments.text(value, "value"));
    }

    /**
     * Returns the secret itself.
     *
     * @return the secret, to be kept out of logs
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentSecret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PaymentSecret[hidden]";
    }
}
