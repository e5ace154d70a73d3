package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.SubscriptionListsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Lists of subscriptions, in process")
class SubscriptionListsTest extends SubscriptionListsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
