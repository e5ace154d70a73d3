package io.stigg.sdk.testkit;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Singleton;

/** The adapters of one client of the in-memory Stigg. */
@Singleton
@Component(modules = TestAdapters.Fakes.class)
interface TestAdapters extends AdapterSet {
    /** Makes a set around a transport and a clock. */
    @Component.Factory
    interface Factory {
        TestAdapters create(@BindsInstance ApiTransport transport, @BindsInstance SdkClock clock);
    }

    /** Binds the ports to their fakes. */
    @Module
    interface Fakes {
        @Provides
        @Singleton
        static FakeEntitlementCache fakeCache() {
            return new FakeEntitlementCache();
        }

        @Binds
        EntitlementCache cache(FakeEntitlementCache cache);
    }
}
