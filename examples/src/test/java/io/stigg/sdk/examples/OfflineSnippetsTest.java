package io.stigg.sdk.examples;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static io.stigg.sdk.offline.OfflineEntitlements.limit;
import static io.stigg.sdk.offline.OfflineEntitlements.softLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.offline.EntitlementFile;
import io.stigg.sdk.offline.OfflineStigg;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The snippets about working offline")
class OfflineSnippetsTest {
    @TempDir
    Path directory;

    private final SdkClock clock = SdkClock.system();

    @AfterEach
    void close() {
        clock.close();
    }

    private Path documented(int index) throws IOException {
        List<String> documents = DocumentationTest.fenced(Path.of("../docs/offline.md"), "json");
        return Files.writeString(directory.resolve("documented.json"), documents.get(index));
    }

    @Test
    @DisplayName("name a file, which has to be there")
    void name() {
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(OfflineSnippetsTest::named)
                .withMessage("there is no entitlements.json");
    }

    private static void named() {
        Stigg stigg = OfflineStigg.fromJson(Path.of("entitlements.json"));
        stigg.close();
    }

    @Test
    @DisplayName("state entitlements in code")
    void code() {
        Stigg stigg = OfflineStigg.builder()
                .customer(
                        "customer-acme",
                        granting("feature-sso")
                                .metered("feature-api-calls", limit(10_000).used(42))
                                .metered("feature-storage", softLimit(50))
                                .numeric("feature-file-size", limit(100))
                                .values("feature-regions", "eu", "us")
                                .credits("cred-ai", limit(500).used(20)))
                .resource("customer-acme", "site-1", granting("feature-pages"))
                .everybodyElse(granting("feature-trial").until(Instant.parse("2027-01-01T00:00:00Z")))
                .build();

        try (stigg) {
            assertThat(stigg.getEntitlements(CustomerScope.of("customer-acme"))).hasSize(6);
        }
    }

    @Test
    @DisplayName("show a file that states the same as the code, but for what is unlimited")
    void file() throws IOException {
        try (Stigg stigg = OfflineStigg.fromJson(documented(0))) {
            assertThat(stigg.getEntitlements(CustomerScope.of("customer-acme"))).hasSize(7);
            assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("customer-acme", "feature-api-calls"))
                            .currentUsage())
                    .isEqualTo(42);
        }
    }

    @Test
    @DisplayName("read a licence of the class path")
    void classPath() throws IOException {
        try (InputStream licence = getClass().getResourceAsStream("/licence.json");
                Stigg stigg = OfflineStigg.fromJson(licence)) {
            assertThat(stigg.getBooleanEntitlement("customer-acme", "feature-sso")
                            .hasAccess())
                    .isTrue();
        }
        assertThat(Files.readString(documented(1)))
                .isEqualTo(Files.readString(Path.of("src/test/resources/licence.json")));
    }

    @Test
    @DisplayName("answer from fallbacks")
    void fallbacks() {
        Stigg stigg = OfflineStigg.fromFallbacks(Fallbacks.none()
                .feature("feature-sso", FixedAnswer.granted())
                .feature("feature-api-calls", FixedAnswer.granted().withLimit(100)));

        try (stigg) {
            assertThat(stigg.getBooleanEntitlement("anybody", "feature-sso").isFallback())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("make a demo whose limits bite")
    void demo() throws IOException {
        Path file = documented(0);

        Stigg demo = OfflineStigg.builder()
                .file(EntitlementFile.at(file))
                .trackingUsage()
                .reloadEvery(Duration.ofSeconds(5))
                .client()
                .overrides(Overrides.none().feature("feature-beta", FixedAnswer.granted()))
                .build();

        try (demo) {
            demo.reportUsage(ReportUsage.of("customer-acme", "feature-api-calls", 10_000));
            assertThat(demo.getMeteredEntitlement(MeteredQuery.of("customer-acme", "feature-api-calls")
                                    .requesting(1))
                            .hasAccess())
                    .isFalse();
            assertThat(demo.getBooleanEntitlement("customer-acme", "feature-beta")
                            .hasAccess())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("keep what a client knows for the next one")
    void lastKnown() {
        // How old a file is goes by real time.
        StiggBackend acme = StiggBackend.of(AcmeCatalog.create(), clock);
        TransportFactory transport = acme.transport();
        Stigg stigg = acme.newClient();
        stigg.customers().provision(ProvisionCustomer.of("customer-acme").subscribedTo(PlanSelection.of("plan-free")));

        EntitlementFile lastKnown =
                EntitlementFile.at(directory.resolve("last-known.json")).maxAge(Duration.ofDays(2));
        stigg.exportEntitlements(lastKnown);
        stigg.close();
        acme.goDown();

        Stigg next = Stigg.builder()
                .transport(transport)
                .cache(MemoryCache.ofCustomers(100_000))
                .bootstrapFrom(lastKnown)
                .build();

        try (next) {
            assertThat(next.getMeteredEntitlement(MeteredQuery.of("customer-acme", "feature-api-calls"))
                            .usageLimit())
                    .hasValue(100);
        }
    }

    @Test
    @DisplayName("check the signature of a licence")
    void signature() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PublicKey publicKey = keys.getPublic();
        Path file = directory.resolve("signed.json");
        try (Stigg vendor = StiggBackend.acme().newClient()) {
            vendor.exportEntitlements(EntitlementFile.at(file).signedWithEd25519(publicKey, keys.getPrivate()));
        }

        EntitlementFile licence = EntitlementFile.at(file).signedWithEd25519(publicKey);
        Stigg stigg = OfflineStigg.builder().file(licence).build();

        try (stigg) {
            assertThat(stigg.getBooleanEntitlement("customer-acme", "feature-sso")
                            .hasAccess())
                    .isFalse();
        }
    }
}
