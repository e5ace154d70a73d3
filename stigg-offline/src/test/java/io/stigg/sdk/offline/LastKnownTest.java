package io.stigg.sdk.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.port.EntitlementArchive;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What an online client knew, in a file,")
class LastKnownTest {
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");
    private static final MeteredQuery CALLS = MeteredQuery.of("cust-1", "feature-api-calls");

    @TempDir
    Path directory;

    @RegisterExtension
    final CapturedLog log = CapturedLog.of("io.stigg.sdk.bootstrap");

    private final StiggBackend acme = StiggBackend.acme();
    private Path path;
    private EntitlementFile file;

    @BeforeEach
    void export() {
        path = directory.resolve("last-known.json");
        file = EntitlementFile.at(path);
        try (Stigg stigg = acme.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
            stigg.reportUsage(ReportUsage.of("cust-1", "feature-api-calls", 40));
            stigg.exportEntitlements(file);
        }
    }

    private Stigg startedFrom(EntitlementArchive archive) {
        return Stigg.builder().adapters(acme.adapters()).bootstrapFrom(archive).build();
    }

    @Test
    @DisplayName("answers for a client that starts while Stigg is down, as what is stale")
    void bootstrap() {
        acme.goDown();

        try (Stigg stigg = startedFrom(file)) {
            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(40);
            assertThat(stigg.getMeteredEntitlement(CALLS.requesting(61)).hasAccess())
                    .isFalse();
            assertThat(stigg.getMeteredEntitlement(CALLS.requesting(60)).hasAccess())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("gives way to what Stigg says once it is back")
    void back() {
        acme.goDown();
        try (Stigg stigg = startedFrom(file)) {
            acme.clock().advance(Duration.ofHours(1));
            AnswerBasis meanwhile = stigg.getMeteredEntitlement(CALLS).basis();
            acme.comeBack();
            acme.setUsage(CUST_1, "feature-api-calls", 45);
            acme.clock().advance(Duration.ofMinutes(1));

            assertThat(meanwhile).isEqualTo(AnswerBasis.STALE);
            assertThat(stigg.getMeteredEntitlement(CALLS).basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(45);
        }
    }

    @Test
    @DisplayName("is what a client answers from offline")
    void offline() {
        EntitlementsState online;
        try (Stigg stigg = acme.newClient()) {
            online = stigg.getEntitlementsState(CUST_1);
        }

        try (Stigg stigg = OfflineStigg.builder()
                .file(file)
                .clock(FakeClock.at(acme.now()))
                .build()) {
            assertThat(stigg.getEntitlementsState(CUST_1)).isEqualTo(online);
        }
    }

    @Test
    @DisplayName("that is broken is reported once, and the client starts without")
    void broken() throws IOException {
        Files.writeString(path, "{\n\"customers\": {\"cust-1\": 5}}");
        acme.goDown();

        try (Stigg stigg = startedFrom(file)) {
            BooleanEntitlement answer = stigg.getBooleanEntitlement(BooleanQuery.of("cust-1", "feature-support"));
            assertThat(answer.isFallback()).isTrue();
        }
        assertThat(log.warnings())
                .containsExactly("Starting without what was known before: " + path
                        + ", $.customers.cust-1 (line 2): is not an object");
    }

    @Test
    @DisplayName("that is not signed by whom it should be is reported, and the client starts without")
    void forged() {
        acme.goDown();
        EntitlementFile signed = file.signedWithHmacSha256(new byte[32]);

        try (Stigg stigg = startedFrom(signed)) {
            assertThat(stigg.getMeteredEntitlement(CALLS).isFallback()).isTrue();
        }
        assertThat(log.warnings()).singleElement().asString().contains("is not signed");
    }

    @Test
    @DisplayName("that is not there yet is nothing to warn of")
    void missing() {
        try (Stigg stigg = startedFrom(EntitlementFile.at(directory.resolve("none.json")))) {
            assertThat(stigg.getMeteredEntitlement(CALLS).basis()).isEqualTo(AnswerBasis.FRESH);
        }
        assertThat(log.warnings()).isEmpty();
    }
}
