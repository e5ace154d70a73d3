package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.CatalogOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("What is sold, in process")
class CatalogOperationsTest extends CatalogOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
