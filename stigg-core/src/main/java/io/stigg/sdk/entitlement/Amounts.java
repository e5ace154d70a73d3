package io.stigg.sdk.entitlement;

/** The one rule for amounts that a caller gives: finite and not negative. */
final class Amounts {
    private Amounts() {}

    static double requireAmount(double amount, String name) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(name + " must be a finite number, 0 or more, not " + amount);
        }
        return amount;
    }
}
