package com.example.consumer;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.offline.OfflineEntitlements;
import io.stigg.sdk.offline.OfflineStigg;
import io.stigg.sdk.redis.RedisServers;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.net.URI;
import java.time.Instant;

/** Asks a client of the testkit, one offline, and then one of Stigg and one of Redis where neither is. */
public final class Main {
    private static final BooleanQuery SSO = BooleanQuery.of("customer-acme", "feature-sso");

    private Main() {}

    public static void main(String... arguments) {
        URI nobody = URI.create("http://127.0.0.1:1");
        HttpTransport transport =
                HttpTransport.withApiKey("key").baseUri(nobody).baseEdgeUri(nobody);
        try (Stigg testkit = StiggBackend.of(AcmeCatalog.create(), FakeClock.at(Instant.EPOCH))
                .newClient()) {
            tell("testkit", testkit);
        }
        try (Stigg offline = OfflineStigg.builder()
                .customer("customer-acme", OfflineEntitlements.granting("feature-sso"))
                .build()) {
            tell("offline", offline);
        }
        try (Stigg memory = Stigg.builder()
                .transport(transport)
                .cache(MemoryCache.ofCustomers(100))
                .build()) {
            tell("memory", memory);
        }
        try (Stigg redis = Stigg.builder()
                .transport(transport)
                .cache(RedisServers.at("redis://127.0.0.1:1").environment("consumer"))
                .build()) {
            tell("redis", redis);
        }
    }

    private static void tell(String name, Stigg stigg) {
        System.out.println(name + ": "
                + (stigg.getBooleanEntitlement(SSO).hasAccess() ? "granted" : "denied") + ", "
                + Stigg.class.getModule().getName());
    }
}
