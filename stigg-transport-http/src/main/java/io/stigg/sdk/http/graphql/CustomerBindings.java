package io.stigg.sdk.http.graphql;

import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.GetCustomerStatistics;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import java.util.stream.Stream;

/** The operations about customers. */
final class CustomerBindings {
    private CustomerBindings() {}

    static Stream<Binding> all() {
        return Stream.of(
                Binding.of(ProvisionCustomer.class, ProvisionCustomerOperation::new),
                Binding.of(GetCustomerById.class, CustomerReadOperation::new),
                Binding.of(GetCustomerStatistics.class, CustomerReadOperation::new),
                Binding.repeatable(UpdateCustomer.class, "updateCustomer"),
                Binding.once(ArchiveCustomer.class, "archiveCustomer"),
                Binding.once(UnarchiveCustomer.class, "unarchiveCustomer"),
                Binding.once(DetachCustomerPaymentMethod.class, "detachCustomerPaymentMethod"),
                Binding.repeatable(ImportCustomer.class, "importCustomer"),
                Binding.repeatable(ImportCustomerBulk.class, "importCustomersBulk"));
    }
}
