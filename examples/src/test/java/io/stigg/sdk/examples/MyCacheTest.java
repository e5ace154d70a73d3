package io.stigg.sdk.examples;

import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;

class MyCacheTest extends EntitlementCacheContract {
    @Override
    protected EntitlementCache newCache() {
        return new MyCache();
    }
}
