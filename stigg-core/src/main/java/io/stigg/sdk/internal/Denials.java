package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.Denial;
import java.util.Optional;

/** The denials that the SDK itself decides, made once so that a check allocates nothing for them. */
final class Denials {
    static final Optional<Denial> NONE = Optional.empty();
    static final Optional<Denial> NO_FEATURE_ENTITLEMENT =
            of(AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
    static final Optional<Denial> ENTITLEMENT_NOT_FOUND = of(AccessDeniedReason.ENTITLEMENT_NOT_FOUND);
    static final Optional<Denial> FEATURE_TYPE_MISMATCH = of(AccessDeniedReason.FEATURE_TYPE_MISMATCH);
    static final Optional<Denial> EXCEEDING_LIMIT = of(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT);
    static final Optional<Denial> VALUES_MISMATCH = of(AccessDeniedReason.REQUESTED_VALUES_MISMATCH);
    static final Optional<Denial> INSUFFICIENT_CREDITS = of(AccessDeniedReason.INSUFFICIENT_CREDITS);
    static final Optional<Denial> UNKNOWN = of(AccessDeniedReason.UNKNOWN);

    private Denials() {}

    private static Optional<Denial> of(AccessDeniedReason reason) {
        return Optional.of(Denial.of(reason));
    }
}
