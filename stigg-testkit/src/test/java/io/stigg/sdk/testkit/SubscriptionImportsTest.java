package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.SubscriptionImportsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscriptions that are imported, in process")
class SubscriptionImportsTest extends SubscriptionImportsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
