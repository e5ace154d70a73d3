package io.stigg.sdk.customer;

import io.stigg.sdk.StiggRequest;

/**
 * A request about customers. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface CustomerRequest<R> extends StiggRequest<R>
        permits ProvisionCustomer,
                UpdateCustomer,
                GetCustomerById,
                GetCustomerStatistics,
                ArchiveCustomer,
                UnarchiveCustomer,
                DetachCustomerPaymentMethod,
                ImportCustomer,
                ImportCustomerBulk {}
