package io.stigg.sdk.testkit;

import dagger.BindsInstance;
import dagger.Component;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;

/** The adapters of one client of the in-memory Stigg. */
@Component
interface TestAdapters extends AdapterSet {
    /** Puts a set together. */
    @Component.Factory
    interface Factory {
        TestAdapters create(
                @BindsInstance ApiTransport transport,
                @BindsInstance UpdateStream updates,
                @BindsInstance EntitlementCache cache,
                @BindsInstance SdkClock clock);
    }
}
