package io.stigg.sdk.testkit;

import dagger.BindsInstance;
import dagger.Component;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Singleton;

/** The adapters of one client of the in-memory Stigg. */
@Singleton
@Component(modules = FakePorts.class)
interface TestAdapters extends AdapterSet {
    /** Makes a set around a transport, its stream and a clock. */
    @Component.Factory
    interface Factory {
        TestAdapters create(
                @BindsInstance ApiTransport transport,
                @BindsInstance UpdateStream updates,
                @BindsInstance SdkClock clock);
    }
}
