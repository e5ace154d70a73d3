package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.SubscriptionListsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Lists of subscriptions, over HTTP")
class SubscriptionListsTest extends SubscriptionListsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
