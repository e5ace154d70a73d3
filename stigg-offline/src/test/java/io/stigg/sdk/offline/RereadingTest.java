package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A client that reads its file anew when it has changed")
class RereadingTest {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final FakeClock clock = FakeClock.at(Instant.parse("2025-01-15T10:00:00Z"));
    private final List<CustomerScope> told = new CopyOnWriteArrayList<>();
    private Path file;
    private Stigg stigg;

    @BeforeEach
    void start() throws IOException {
        file = directory.resolve("entitlements.json");
        write("""
                {"customers": {
                  "acme": {"entitlements": {"sso": {"type": "BOOLEAN"}, "calls": {"type": "METERED", "usageLimit": 5}}},
                  "other": {"entitlements": {"sso": {"type": "BOOLEAN"}}}}}
                """);
        stigg = OfflineStigg.builder()
                .file(EntitlementFile.at(file))
                .customer("in-code", granting("sso"))
                .reloadEvery(PAUSE)
                .trackingUsage()
                .clock(clock)
                .client()
                .listener(new StiggListener() {
                    @Override
                    public void onEntitlementsUpdated(EntitlementsUpdated event) {
                        told.add(event.scope());
                    }
                })
                .build();
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private void write(String json) throws IOException {
        Path next = Files.writeString(directory.resolve("next"), json);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean has(String customerId, String featureId) {
        return stigg.getBooleanEntitlement(BooleanQuery.of(customerId, featureId))
                .hasAccess();
    }

    @Test
    @DisplayName("answers by what it says then, be it of customers who are listed or of everybody else")
    void changes() throws IOException {
        assertThat(has("acme", "sso")).isTrue();
        assertThat(has("nobody", "trial")).isFalse();
        write("""
                {"customers": {"acme": {"entitlements": {"analytics": {"type": "BOOLEAN"}}}},
                 "defaults": {"entitlements": {"trial": {"type": "BOOLEAN"}}}}
                """);

        clock.advance(PAUSE);

        assertThat(has("acme", "sso")).isFalse();
        assertThat(has("acme", "analytics")).isTrue();
        assertThat(has("nobody", "trial")).isTrue();
        assertThat(has("other", "sso")).isFalse();
        assertThat(has("in-code", "sso")).isTrue();
    }

    @Test
    @DisplayName("tells listeners of those whose entitlements have changed, and of nobody else")
    void tells() throws IOException {
        has("nobody", "trial");
        write("""
                {"customers": {
                  "other": {"entitlements": {"sso": {"type": "BOOLEAN"}}},
                  "newcomer": {"entitlements": {"sso": {"type": "BOOLEAN"}}}},
                 "defaults": {"entitlements": {"trial": {"type": "BOOLEAN"}}}}
                """);

        clock.advance(PAUSE);

        await().untilAsserted(() -> assertThat(told)
                .extracting(CustomerScope::customerId)
                .containsExactlyInAnyOrder("acme", "newcomer", "nobody"));
    }

    @Test
    @DisplayName("keeps what it knew if the file cannot be used any more, until it can")
    void broken() throws IOException {
        write("{\"customers\": {\"acme\": {");
        clock.advance(PAUSE);
        boolean meanwhile = has("acme", "sso");
        Files.delete(file);
        clock.advance(PAUSE);
        boolean withoutFile = has("acme", "sso");

        write("{\"customers\": {}}");
        clock.advance(PAUSE);

        assertThat(meanwhile).isTrue();
        assertThat(withoutFile).isTrue();
        assertThat(has("acme", "sso")).isFalse();
    }

    @Test
    @DisplayName("looks again and again, and not before it is time")
    void pauses() throws IOException {
        write("{\"customers\": {}}");
        clock.advance(PAUSE.minusMillis(1));
        boolean before = has("acme", "sso");
        clock.advance(Duration.ofMillis(1));
        boolean after = has("acme", "sso");
        write("{\"customers\": {\"acme\": {\"entitlements\": {\"sso\": {\"type\": \"BOOLEAN\"}}}}}");

        clock.advance(PAUSE);

        assertThat(before).isTrue();
        assertThat(after).isFalse();
        assertThat(has("acme", "sso")).isTrue();
    }

    @Test
    @DisplayName("goes on counting what was reported before")
    void counts() throws IOException {
        stigg.reportUsage(ReportUsage.of("acme", "calls", 4));
        write(
                "{\"customers\": {\"acme\": {\"entitlements\": {\"calls\": {\"type\": \"METERED\", \"usageLimit\": 9}}}}}");

        clock.advance(PAUSE);

        var calls = stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
        assertThat(calls.usageLimit()).hasValue(9);
        assertThat(calls.currentUsage()).isEqualTo(4);
    }

    @Test
    @DisplayName("looks no more once it is closed")
    void closed() {
        stigg.close();

        assertThat(clock.waitingTasks()).isZero();
    }
}
