package io.stigg.sdk.memory;

import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The memory cache keeps the contract of caches:")
class MemoryCacheContractTest extends EntitlementCacheContract {
    private final StubAdapters stub = new StubAdapters();

    @Override
    protected EntitlementCache newCache() {
        return MemoryCache.ofCustomers(100)
                .withinBytes(1L << 20)
                .create(TransportPorts.of(stub, UpdateStream.none()), stub)
                .cache();
    }
}
