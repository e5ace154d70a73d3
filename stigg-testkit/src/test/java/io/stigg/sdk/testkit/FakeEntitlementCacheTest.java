package io.stigg.sdk.testkit;

import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The fake cache")
class FakeEntitlementCacheTest extends EntitlementCacheContract {
    @Override
    protected EntitlementCache newCache() {
        return new FakeEntitlementCache();
    }
}
