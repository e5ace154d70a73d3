package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * What would be due at once. Immutable.
 *
 * @param amounts what it comes to
 * @param proration what is charged and given back for the current period
 * @param credits the customer's credit that it uses up
 */
public record ImmediateInvoice(
        @ApiName("") InvoiceAmounts amounts, Optional<PreviewProration> proration, Optional<PreviewCredits> credits) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ImmediateInvoice {
        requireNonNull(amounts, "amounts");
        requireNonNull(proration, "proration");
        requireNonNull(credits, "credits");
    }
}
