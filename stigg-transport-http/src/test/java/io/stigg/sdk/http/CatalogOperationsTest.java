package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.CatalogOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("What is sold, over HTTP")
class CatalogOperationsTest extends CatalogOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
