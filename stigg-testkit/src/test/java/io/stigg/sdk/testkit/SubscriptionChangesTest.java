package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.SubscriptionChangesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscriptions that are changed, in process")
class SubscriptionChangesTest extends SubscriptionChangesContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
