package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.PromotionOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Features granted beside subscriptions, over HTTP")
class PromotionOperationsTest extends PromotionOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
