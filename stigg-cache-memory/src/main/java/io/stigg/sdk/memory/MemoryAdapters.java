package io.stigg.sdk.memory;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import jakarta.inject.Singleton;

/** The adapter set of a client with a memory cache, over whatever transport it is given. */
@Singleton
@Component(modules = MemoryAdapters.Bindings.class, dependencies = TransportPorts.class)
interface MemoryAdapters extends AdapterSet {
    /** Makes the set. */
    @Component.Factory
    interface Factory {
        MemoryAdapters create(
                TransportPorts transport, @BindsInstance MemoryCache options, @BindsInstance SdkClock clock);
    }

    /** Says which adapter serves which port. */
    @Module
    interface Bindings {
        @Binds
        EntitlementCache cache(EhcacheEntitlementCache cache);
    }
}
