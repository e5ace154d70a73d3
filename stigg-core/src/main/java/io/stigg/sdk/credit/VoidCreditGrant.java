package io.stigg.sdk.credit;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;

/**
 * Takes back what is left of granted credits. Immutable.
 *
 * @param grantId the id of the grant, {@link CreditGrant#grantId()}
 */
public record VoidCreditGrant(@ApiName("id") String grantId) implements CreditRequest<CreditGrant> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public VoidCreditGrant {
        Arguments.text(grantId, "grantId");
    }
}
