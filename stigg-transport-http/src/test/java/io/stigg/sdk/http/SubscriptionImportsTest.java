package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.SubscriptionImportsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscriptions that are imported, over HTTP")
class SubscriptionImportsTest extends SubscriptionImportsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
