package io.stigg.sdk.emulator;

import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import io.stigg.sdk.error.ErrorCode;
import java.util.stream.Stream;

/** The roots about customers. */
final class CustomerRoots {
    private CustomerRoots() {}

    static Stream<Root> all() {
        return Stream.of(
                Root.query("getCustomerByRefId", GetCustomerById.class).orNothing(ErrorCode.CUSTOMER_NOT_FOUND),
                Root.mutation("updateOneCustomer", UpdateCustomer.class),
                Root.mutation("archiveCustomer", ArchiveCustomer.class),
                Root.mutation("unarchiveCustomer", UnarchiveCustomer.class),
                Root.mutation("detachCustomerPaymentMethod", DetachCustomerPaymentMethod.class),
                Root.mutation("importOneCustomer", ImportCustomer.class),
                Root.mutation("importCustomersBulk", ImportCustomerBulk.class));
    }
}
