package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Credits that are granted again and again are changed. Immutable.
 *
 * <p>The API's name for the quantity is that of {@link AddonChange} too, but there it cannot be missing, so GraphQL does
 * not let the two be asked for under one name.
 *
 * @param customCurrencyId the currency's id
 * @param newQuantity how many each time from then on
 */
@ApiName("RecurringCreditsChangeVariables")
public record RecurringCreditsChange(
        Optional<String> customCurrencyId,
        @ApiName("newCreditQuantity") OptionalDouble newQuantity) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public RecurringCreditsChange {
        requireNonNull(customCurrencyId, "customCurrencyId");
        requireNonNull(newQuantity, "newQuantity");
    }
}
