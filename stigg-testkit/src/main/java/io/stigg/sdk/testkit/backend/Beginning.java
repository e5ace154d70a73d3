package io.stigg.sdk.testkit.backend;

import java.time.Instant;
import java.util.Optional;

/**
 * How a subscription begins and ends.
 *
 * @param start when it starts, which may have passed or lie ahead
 * @param trial the trial that it begins with
 * @param cancellation when it is cancelled, empty for not at all
 * @param end when it ends by itself, empty for not at all
 * @param payerId the customer who pays, where that is another than the holder
 * @param awaitsPayment whether it gives no access until it is paid
 */
record Beginning(
        Instant start,
        Optional<Trial> trial,
        Optional<Instant> cancellation,
        Optional<Instant> end,
        Optional<String> payerId,
        boolean awaitsPayment) {
    static Beginning at(Instant start) {
        return new Beginning(start, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Beginning trying(Optional<Trial> newTrial) {
        return new Beginning(start, newTrial, cancellation, end, payerId, awaitsPayment);
    }

    Beginning awaitingPayment() {
        return new Beginning(start, trial, cancellation, end, payerId, true);
    }
}
