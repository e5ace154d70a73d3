package io.stigg.sdk;

import static io.stigg.sdk.Facts.snapshot;

import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import org.junit.jupiter.api.AfterEach;

/** A client on scripted adapters and a clock of the test's own. */
abstract class ClientTest {
    static final CustomerScope ACME = CustomerScope.of("acme");
    static final BooleanQuery SSO = BooleanQuery.of("acme", "sso");
    static final StiggException DOWN = StiggTransportException.unreachable("connection refused", null);

    final ManualClock clock = new ManualClock("2025-01-15T10:00:00Z");
    final ScriptedTransport transport = new ScriptedTransport();
    UpdateStream updates = UpdateStream.none();
    Stigg stigg = Stigg.on(adapters(false));

    AdapterSet adapters(boolean remote) {
        return adapters(remote, clock);
    }

    AdapterSet adapters(boolean remote, SdkClock time) {
        MapCache cache = new MapCache(remote);
        return new AdapterSet() {
            @Override
            public ApiTransport transport() {
                return transport;
            }

            @Override
            public UpdateStream updates() {
                return updates;
            }

            @Override
            public EntitlementCache cache() {
                return cache;
            }

            @Override
            public SdkClock clock() {
                return time;
            }
        };
    }

    void configure(StiggBuilder builder) {
        stigg.close();
        transport.requests.clear();
        stigg = builder.adapters(adapters(false)).build();
    }

    EntitlementSnapshot now(CustomerScope scope, io.stigg.sdk.fact.EntitlementFact... facts) {
        return snapshot(scope, clock.now(), facts);
    }

    @AfterEach
    void close() {
        stigg.close();
    }
}
