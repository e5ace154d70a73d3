package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.AnswerBasis;
import java.time.Duration;

/** For how long an answer may have been wrong. */
record Bounds(Duration fresh, Duration stale) {
    Duration of(AnswerBasis basis) {
        return basis == AnswerBasis.FRESH ? fresh : stale;
    }
}
