package io.stigg.sdk.testkit.backend;

import java.util.Optional;

/**
 * Where credits are granted to and consumed from.
 *
 * @param customerId the customer
 * @param resourceId the resource, empty for the customer itself
 * @param currencyId the currency
 */
record CustomerPool(String customerId, Optional<String> resourceId, String currencyId) {}
