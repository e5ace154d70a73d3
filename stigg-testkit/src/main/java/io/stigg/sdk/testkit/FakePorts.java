package io.stigg.sdk.testkit;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.port.EntitlementCache;
import jakarta.inject.Singleton;

/** Binds ports to their fakes. */
@Module
interface FakePorts {
    @Provides
    @Singleton
    static FakeEntitlementCache fakeCache() {
        return new FakeEntitlementCache();
    }

    @Binds
    EntitlementCache cache(FakeEntitlementCache cache);
}
