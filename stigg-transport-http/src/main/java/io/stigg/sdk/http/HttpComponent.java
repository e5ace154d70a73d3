package io.stigg.sdk.http;

import dagger.BindsInstance;
import dagger.Component;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import jakarta.inject.Singleton;

/** The transport as a port set. */
@Singleton
@Component(modules = HttpModule.class)
interface HttpComponent extends TransportPorts {
    /** Makes one for a client. */
    @Component.Factory
    interface Factory {
        HttpComponent create(@BindsInstance HttpTransport options, @BindsInstance SdkClock clock);
    }
}
