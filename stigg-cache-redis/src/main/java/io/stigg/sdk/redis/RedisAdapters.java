package io.stigg.sdk.redis;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.FetchCoordinator;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** The adapter set of a client with a cache in Redis, over whatever transport it is given. */
@Singleton
@Component(modules = {RedisAdapters.Bindings.class, RedisAdapters.Choices.class})
interface RedisAdapters extends AdapterSet {
    @Override
    FetchCoordinator fetches();

    /** Returns the way to Redis, which has yet to be started. */
    RedisLink link();

    /** Makes the set. */
    @Component.Factory
    interface Factory {
        RedisAdapters create(
                @BindsInstance TransportPorts transport,
                @BindsInstance RedisCache options,
                @BindsInstance SdkClock clock);
    }

    /** Says which adapter serves which port. */
    @Module
    interface Bindings {
        @Binds
        EntitlementCache cache(RedisEntitlementCache cache);

        @Binds
        FetchCoordinator fetches(RedisFetchCoordinator coordinator);
    }

    /** Says what the options decide. */
    @Module
    final class Choices {
        private Choices() {}

        @Provides
        static ApiTransport transport(TransportPorts ports) {
            return ports.transport();
        }

        @Provides
        static UpdateStream updates(TransportPorts ports, RedisCache options, Provider<SharedUpdateStream> shared) {
            return options.isKeptByService() || ports.updates() == UpdateStream.none()
                    ? UpdateStream.none()
                    : shared.get();
        }

        @Provides
        @Singleton
        static Keys keys(RedisCache options) {
            return new Keys(options.prefix(), options.isHashTagged());
        }

        @Provides
        @Singleton
        static Followed followed(RedisCache options) {
            return options.isKeptByService() ? Followed.byService() : Followed.byProcesses();
        }

        @Provides
        @Singleton
        @Near
        static EntitlementCache near(RedisCache options, TransportPorts transport, SdkClock clock) {
            return options.near()
                    .map(factory -> factory.create(transport, clock).cache())
                    .orElseGet(NothingNear::new);
        }

        @Provides
        @Singleton
        static RedisConnector connector(RedisCache options) {
            RedisServers servers = options.servers();
            return servers.lent().<RedisConnector>map(LentRedisson::new).orElseGet(() -> new OwnRedisson(servers));
        }

        @Provides
        @Singleton
        static SharedWrites writes(
                RedisCache options, Provider<ScriptedWrites> scripted, Provider<LockedWrites> locked) {
            boolean areScattered = options.servers().areClustered() && !options.isHashTagged();
            return areScattered ? locked.get() : scripted.get();
        }
    }
}
