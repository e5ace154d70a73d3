package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.SubscriptionChangesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscriptions that are changed, over HTTP")
class SubscriptionChangesTest extends SubscriptionChangesContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
