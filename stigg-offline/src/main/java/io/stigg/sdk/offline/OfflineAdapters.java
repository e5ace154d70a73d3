package io.stigg.sdk.offline;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Singleton;

/** The adapter set of a client without a network. */
@Singleton
@Component(modules = OfflineAdapters.Bindings.class)
interface OfflineAdapters extends AdapterSet {
    /** Makes the set. */
    @Component.Factory
    interface Factory {
        OfflineAdapters create(@BindsInstance OfflineOptions options, @BindsInstance SdkClock clock);
    }

    /** Says which adapter serves which port. */
    @Module
    interface Bindings {
        @Binds
        ApiTransport transport(OfflineTransport transport);

        @Binds
        EntitlementCache cache(OfflineEntitlementCache cache);

        @Provides
        static Counting counting(OfflineOptions options, CountsLocally locally, CountsNothing nothing) {
            return options.tracksUsage() ? locally : nothing;
        }

        @Provides
        @Singleton
        static UpdateStream updates(
                OfflineOptions options,
                Present present,
                Counting counting,
                OfflineEntitlementCache cache,
                SdkClock clock) {
            return options.reload()
                    .<UpdateStream>map(reload -> new Rereading(reload, present, counting, cache, clock))
                    .orElseGet(UpdateStream::none);
        }
    }
}
