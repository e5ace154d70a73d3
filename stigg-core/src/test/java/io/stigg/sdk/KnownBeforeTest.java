package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.EntitlementArchive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a client knows")
class KnownBeforeTest extends ClientTest {
    private static final CustomerScope OTHER = CustomerScope.of("other");
    private static final BooleanQuery OTHERS_SSO = BooleanQuery.of("other", "sso");

    private final HeapArchive archive = new HeapArchive();

    /** Keeps an export in a field. */
    private static final class HeapArchive implements EntitlementArchive {
        EntitlementExport kept;
        RuntimeException failure;

        @Override
        public void write(EntitlementExport export) {
            if (failure != null) {
                throw failure;
            }
            kept = export;
        }

        @Override
        public Optional<EntitlementExport> read() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(kept);
        }

        @Override
        public String toString() {
            return "HeapArchive";
        }
    }

    private void know(EntitlementSnapshot... snapshots) {
        archive.kept = new EntitlementExport(clock.now(), List.of(snapshots));
    }

    private void startDown() {
        transport.fail(DOWN);
        configure(Stigg.builder().bootstrapFrom(archive));
    }

    private BooleanEntitlement sso() {
        return stigg.getBooleanEntitlement(SSO);
    }

    @Nested
    @DisplayName("is exported")
    class Exported {
        @Test
        @DisplayName("as it is held, dated with when it was fetched")
        void held() {
            transport.serve(scope -> now(scope, on("sso")));
            sso();
            clock.advance(Duration.ofSeconds(10));

            stigg.exportEntitlements(archive);

            assertThat(archive.kept.exportedAt()).isEqualTo(clock.now());
            assertThat(archive.kept.snapshots())
                    .containsExactly(snapshot(ACME, clock.now().minusSeconds(10), on("sso")));
        }

        @Test
        @DisplayName("with the date of the export where Stigg would have told of a change since")
        void toldOfChanges() {
            updates = new ScriptedStream();
            configure(Stigg.builder());
            clock.advance(Duration.ofMinutes(1));
            transport.serve(scope -> now(scope, on("sso")));
            sso();
            clock.advance(Duration.ofHours(100));

            stigg.exportEntitlements(archive);

            assertThat(archive.kept.snapshots())
                    .singleElement()
                    .extracting(EntitlementSnapshot::fetchedAt)
                    .isEqualTo(clock.now());
        }

        @Test
        @DisplayName("without what is too old to answer from")
        void tooOld() {
            transport.serve(scope -> now(scope, on("sso")));
            sso();
            clock.advance(Duration.ofHours(25));

            stigg.exportEntitlements(archive);

            assertThat(archive.kept.snapshots()).isEmpty();
        }

        @Test
        @DisplayName("together with what an earlier client knew and this one has not asked about")
        void handedOn() {
            know(snapshot(ACME, clock.now(), on("sso")), snapshot(OTHER, clock.now(), on("sso")));
            transport.serve(scope -> now(scope, on("analytics")));
            configure(Stigg.builder().bootstrapFrom(archive));
            clock.advance(Duration.ofMinutes(1));
            sso();

            stigg.exportEntitlements(archive);

            assertThat(archive.kept.snapshots())
                    .containsExactlyInAnyOrder(
                            snapshot(ACME, clock.now(), on("analytics")),
                            snapshot(OTHER, clock.now().minusSeconds(60), on("sso")));
        }

        @Test
        @DisplayName("not by a client that is closed")
        void closed() {
            stigg.close();

            assertThatIllegalStateException().isThrownBy(() -> stigg.exportEntitlements(archive));
        }

        @Test
        @DisplayName("or not, and the caller is told why")
        void failed() {
            archive.failure = new StiggArchiveException("the disk is full", null);

            assertThatThrownBy(() -> stigg.exportEntitlements(archive)).isSameAs(archive.failure);
        }
    }

    @Nested
    @DisplayName("is what a client starts with that cannot ask Stigg")
    class StartedWith {
        @Test
        @DisplayName("and answers from, saying that it is stale")
        void answers() {
            know(snapshot(ACME, clock.now(), on("sso")));

            startDown();

            assertThat(sso().hasAccess()).isTrue();
            assertThat(sso().basis()).isEqualTo(AnswerBasis.STALE);
            assertThat(stigg.getEntitlementsState(ACME).entitlements()).hasSize(1);
        }

        @Test
        @DisplayName("also when its cache is a remote one that finds nothing")
        void remote() {
            know(snapshot(ACME, clock.now().minusSeconds(3600), on("sso")));
            transport.fail(DOWN);
            stigg.close();

            stigg = Stigg.builder()
                    .adapters(adapters(true))
                    .bootstrapFrom(archive)
                    .build();

            assertThat(sso().hasAccess()).isTrue();
        }

        @Test
        @DisplayName("and nothing is made of it for customers it does not list")
        void others() {
            know(snapshot(ACME, clock.now(), on("sso")));

            startDown();

            assertThat(stigg.getBooleanEntitlement(OTHERS_SSO).isFallback()).isTrue();
            assertThat(stigg.getBooleanEntitlement(OTHERS_SSO).hasAccess()).isFalse();
        }

        @Test
        @DisplayName("as long as it is younger than staleIfError")
        void staleness() {
            know(snapshot(ACME, clock.now().minus(Duration.ofHours(23)), on("sso")));
            startDown();
            boolean before = sso().hasAccess();

            clock.advance(Duration.ofHours(1).plusSeconds(1));

            assertThat(before).isTrue();
            assertThat(sso().hasAccess()).isFalse();
            assertThat(sso().isFallback()).isTrue();
        }

        @Test
        @DisplayName("and no younger than now, whatever its date says")
        void future() {
            know(snapshot(ACME, clock.now().plus(Duration.ofDays(400)), on("sso")));
            startDown();

            clock.advance(Duration.ofHours(24).plusSeconds(1));

            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("and Stigg is asked first where it can be, however young it is")
        void askedFirst() {
            know(snapshot(ACME, clock.now(), on("sso")));
            transport.serve(scope -> now(scope, on("analytics")));

            configure(Stigg.builder().bootstrapFrom(archive));

            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("until Stigg has answered once: what it said then is newer, also when the cache has forgotten it")
        void replaced() {
            know(snapshot(ACME, clock.now().minusSeconds(3600), on("sso")));
            transport.serve(scope -> now(scope, on("analytics")));
            stigg.close();
            AdapterSet set = adapters(false);
            stigg = Stigg.builder().adapters(set).bootstrapFrom(archive).build();
            sso();

            set.cache().clear();
            transport.fail(DOWN);

            assertThat(sso().hasAccess()).isFalse();
            assertThat(sso().isFallback()).isTrue();
        }

        @Test
        @DisplayName("until Stigg says that it no longer holds, for the resources of a customer as well")
        void invalidated() {
            ScriptedStream stream = new ScriptedStream();
            updates = stream;
            CustomerScope resource = ACME.resource("r1");
            know(
                    snapshot(ACME, clock.now().minusSeconds(3600), on("sso")),
                    snapshot(resource, clock.now().minusSeconds(3600), on("sso")),
                    snapshot(OTHER, clock.now().minusSeconds(3600), on("sso")));
            startDown();

            stream.tell(new EntitlementsInvalidated(ACME));

            assertThat(sso().hasAccess()).isFalse();
            assertThat(stigg.getEntitlementsState(resource).entitlements()).isEmpty();
            assertThat(stigg.getBooleanEntitlement(OTHERS_SSO).hasAccess()).isTrue();
        }

        @Test
        @DisplayName("until Stigg tells something newer, even of a customer who is not held")
        void told() {
            ScriptedStream stream = new ScriptedStream();
            updates = stream;
            know(snapshot(ACME, clock.now().minusSeconds(3600), on("sso")));
            startDown();

            stream.tell(now(ACME, on("analytics")));

            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("or without, if it cannot be read, or never was any")
        void unusable() {
            startDown();
            boolean withoutAny = sso().isFallback();
            archive.failure = new StiggArchiveException("entitlements.json, line 3: not JSON", null);

            startDown();

            assertThat(withoutAny).isTrue();
            assertThat(sso().isFallback()).isTrue();
        }
    }
}
