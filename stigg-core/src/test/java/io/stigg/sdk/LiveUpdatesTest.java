package io.stigg.sdk;

import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.used;
import static io.stigg.sdk.Facts.validUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.fact.UsageReading;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A client that is told what changes")
class LiveUpdatesTest extends ClientTest {
    private static final MeteredQuery CALLS = MeteredQuery.of("acme", "calls");

    private static final Duration TTL = Duration.ofSeconds(30);

    private final ScriptedStream stream = new ScriptedStream();

    @BeforeEach
    void start() {
        updates = stream;
        configure(Stigg.builder());
        transport.serve(scope -> now(scope, on("sso"), metered("calls", 10, 1)));
        clock.advance(TTL);
    }

    private BooleanEntitlement sso() {
        return stigg.getBooleanEntitlement(SSO);
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    private UsageReading calls(double usage) {
        return new UsageReading(ACME, EntitlementRef.feature("calls"), used(usage, clock.now()));
    }

    @Nested
    @DisplayName("while the stream is open")
    class Open {
        @Test
        @DisplayName("answers by what it was told, without asking")
        void entitlements() {
            sso();
            tick();

            stream.tell(now(ACME, on("analytics")));

            assertThat(sso().hasAccess()).isFalse();
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("counts usage that others have reported, without asking")
        void usage() {
            stigg.getMeteredEntitlement(CALLS);

            stream.tell(calls(7));

            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(7);
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("denies at once when a customer is said to have nothing any more")
        void emptySetWithAReason() {
            sso();
            tick();

            stream.tell(nobody(ACME, AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION, clock.now()));

            assertThat(sso().accessDeniedReason()).contains(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION);
        }

        @Test
        @DisplayName("does not ask again for what is old, as it would have been told of a change")
        void doesNotAge() {
            sso();

            clock.advance(Duration.ofDays(30));

            assertThat(sso().basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("asks once more for what it has asked for just after it opened, as that may have lagged behind")
        void firstAnswersAge() {
            configure(Stigg.builder());
            sso();

            clock.advance(TTL);
            sso();
            clock.advance(Duration.ofDays(30));
            sso();

            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("asks again for what is no longer valid all the same")
        void validity() {
            transport.serve(
                    scope -> now(scope, validUntil(on("sso"), clock.now().plusSeconds(10))));
            sso();

            clock.advance(Duration.ofSeconds(10));
            sso();

            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("keeps nothing of customers whom nobody has asked about")
        void unknownCustomers() {
            stream.tell(now(CustomerScope.of("other"), on("sso")));

            stigg.getBooleanEntitlement("other", "sso");

            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("keeps what it is told of everybody, if that is wished")
        void everyUpdate() {
            configure(Stigg.builder().keepEveryUpdate());
            stream.tell(now(CustomerScope.of("other"), on("sso")));

            assertThat(stigg.getBooleanEntitlement("other", "sso").hasAccess()).isTrue();
            assertThat(transport.fetches()).isZero();
        }

        @Test
        @DisplayName("asks again, past the edge, when the answer is older than what it has been told before")
        void laggingAnswer() {
            EntitlementSnapshot old = now(ACME, on("analytics"));
            tick();
            stream.tell(now(ACME, on("sso")));
            transport.script = request -> CompletableFuture.completedFuture(
                    request.equals(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST))
                            ? now(ACME, on("sso"))
                            : old);

            assertThat(sso().hasAccess()).isTrue();
        }

        @Test
        @DisplayName(
                "asks again, past the edge, when the answer does not know of usage that it has been told of before")
        void laggingUsage() {
            EntitlementSnapshot old = now(ACME, metered("calls", 10, 1).withUsage(used(1, clock.now())));
            tick();
            stream.tell(calls(7));
            EntitlementSnapshot latest = now(ACME, metered("calls", 10, 1).withUsage(used(7, clock.now())));
            transport.script = request -> CompletableFuture.completedFuture(
                    ((GetEntitlementsState) request).freshness() == Freshness.LATEST ? latest : old);

            double usage = stigg.getMeteredEntitlement(CALLS).currentUsage();

            assertThat(usage).isEqualTo(7);
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("forgets what was declared invalid, and asks for what holds instead")
        void invalidated() {
            sso();
            transport.serve(scope -> now(scope, on("analytics")));

            stream.tell(new EntitlementsInvalidated(ACME));

            assertThat(sso().hasAccess()).isFalse();
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("does not follow what it is not told when live updates are switched off")
        void switchedOff() {
            int before = stream.openings;

            configure(Stigg.builder().withoutLiveUpdates());

            assertThat(stream.openings).isEqualTo(before);
            assertThat(stigg.status().updates()).isEqualTo(StiggStatus.Updates.OFF);
        }
    }

    @Nested
    @DisplayName("while an answer is on its way")
    class Overtaking {
        private final CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
        private CompletableFuture<BooleanEntitlement> check;

        @BeforeEach
        void ask() {
            transport.script = request -> answer;
            check = stigg.async().getBooleanEntitlement(SSO);
        }

        @Test
        @DisplayName("is not set back by it to before what it was told meanwhile")
        void entitlements() {
            EntitlementSnapshot slow = now(ACME, on("sso"));
            tick();
            stream.tell(now(ACME, on("analytics")));

            answer.complete(slow);

            assertThat(check.join().hasAccess()).isFalse();
            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("does not lose usage that it was told of meanwhile")
        void usage() {
            EntitlementSnapshot slow = now(ACME, metered("calls", 10, 1));
            tick();
            stream.tell(calls(7));

            answer.complete(slow);

            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(7);
        }

        @Test
        @DisplayName("does not believe it when it was declared invalid meanwhile, but asks again")
        void invalidated() {
            stream.tell(new EntitlementsInvalidated(ACME));
            transport.serve(scope -> now(scope, on("analytics")));

            answer.complete(now(ACME, on("sso")));

            assertThat(check.join().hasAccess()).isFalse();
            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("does not take it for one that was asked for after the stream broke off and opened again")
        void reconnected() {
            EntitlementSnapshot slow = now(ACME, on("sso"));
            stream.end(DOWN);
            clock.advance(Duration.ofMillis(500));

            answer.complete(slow);

            assertThat(sso().basis()).isEqualTo(AnswerBasis.STALE);
        }
    }

    @Nested
    @DisplayName("after the stream has broken off")
    class Lost {
        @BeforeEach
        void lose() {
            sso();
            tick();
            stream.opensAtOnce = false;
            stream.end(DOWN);
        }

        @Test
        @DisplayName("goes on answering for a while, says that the answers are stale, and does not ask")
        void stale() {
            assertThat(sso().hasAccess()).isTrue();
            assertThat(sso().basis()).isEqualTo(AnswerBasis.STALE);
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("answers what it asks for anew as usual")
        void anew() {
            assertThat(stigg.getBooleanEntitlement("other", "sso").basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(stigg.getBooleanEntitlement("other", "sso").basis()).isEqualTo(AnswerBasis.FRESH);
        }

        @Test
        @DisplayName("asks again in the background for what is used, before it gets too old")
        void polls() {
            transport.serve(scope -> now(scope, on("analytics")));
            clock.advance(Duration.ofSeconds(25));
            sso();

            clock.advance(Duration.ofSeconds(3));

            assertThat(sso().hasAccess()).isFalse();
            assertThat(sso().basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("asks before it answers when what it holds has not been known to be right for longer than the TTL")
        void tooOld() {
            transport.serve(scope -> now(scope, on("analytics")));

            clock.advance(Duration.ofSeconds(30));

            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("goes by what it knows, for as long as that is bearable, when Stigg cannot be asked either")
        void outage() {
            transport.fail(DOWN);
            clock.advance(Duration.ofHours(24));
            AnswerBasis inTime = sso().basis();

            clock.advance(Duration.ofSeconds(1));

            assertThat(inTime).isEqualTo(AnswerBasis.STALE);
            assertThat(sso().basis()).isEqualTo(AnswerBasis.FALLBACK);
        }
    }

    @Nested
    @DisplayName("after the stream has opened again")
    class Reopened {
        @BeforeEach
        void reopen() {
            sso();
            tick();
            stream.end(DOWN);
            clock.advance(Duration.ofMillis(500));
            transport.serve(scope -> now(scope, on("analytics")));
        }

        @Test
        @DisplayName("says that answers are stale until it has asked for what it missed")
        void stale() {
            assertThat(sso().hasAccess()).isTrue();
            assertThat(sso().basis()).isEqualTo(AnswerBasis.STALE);
        }

        @Test
        @DisplayName("asks for what it missed, in the background, soon, and past the edge")
        void catchesUp() {
            sso();

            clock.advance(Duration.ofSeconds(3));

            assertThat(sso().hasAccess()).isFalse();
            assertThat(sso().basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(transport.requests)
                    .contains(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST));
        }

        @Test
        @DisplayName("does not ask for what nobody uses")
        void lazily() {
            clock.advance(Duration.ofMinutes(10));

            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("needs not ask for what it is told")
        void told() {
            stream.tell(now(ACME, on("analytics")));

            assertThat(sso().basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(transport.fetches()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("with 10,000 customers in use when the stream breaks off")
    class Many {
        private static final int CUSTOMERS = 10_000;

        @Test
        @DisplayName("asks for what it missed a few customers at a time, and for each of them once")
        void bounded() {
            for (int i = 0; i < CUSTOMERS; i++) {
                stigg.getBooleanEntitlement("customer-" + i, "sso");
            }
            stream.end(DOWN);
            clock.advance(Duration.ofMillis(500));
            transport.requests.clear();
            Deque<Runnable> underWay = new ArrayDeque<>();
            transport.script = request -> {
                CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
                underWay.add(() -> answer.complete(now(((GetEntitlementsState) request).scope(), on("sso"))));
                return answer;
            };

            for (int i = 0; i < CUSTOMERS; i++) {
                stigg.getBooleanEntitlement("customer-" + i, "sso");
                stigg.getBooleanEntitlement("customer-" + i, "sso");
            }
            clock.advance(Duration.ofSeconds(4));
            List<Integer> atOnce = new ArrayList<>();
            while (!underWay.isEmpty()) {
                atOnce.add(underWay.size());
                underWay.remove().run();
            }

            assertThat(atOnce).contains(8).allMatch(count -> count <= 8);
            assertThat(transport.requests)
                    .hasSize(CUSTOMERS)
                    .doesNotHaveDuplicates()
                    .allMatch(request -> ((GetEntitlementsState) request).freshness() == Freshness.LATEST);
            assertThat(stigg.getBooleanEntitlement("customer-17", "sso").basis())
                    .isEqualTo(AnswerBasis.FRESH);
        }
    }

    @Nested
    @DisplayName("when a plan is published")
    class Published {
        @Test
        @DisplayName("for everybody, trusts nothing that it holds until it has asked again")
        void all() {
            sso();
            transport.serve(scope -> now(scope, on("analytics")));

            stream.tell(new PackagePublished("plan-pro", "Plan", 2, Migration.ALL_CUSTOMERS));

            assertThat(sso().basis()).isEqualTo(AnswerBasis.STALE);
            clock.advance(Duration.ofSeconds(3));
            assertThat(sso().hasAccess()).isFalse();
        }

        @Test
        @DisplayName("for new customers alone, goes on as before")
        void newOnes() {
            sso();

            stream.tell(new PackagePublished("plan-pro", "Plan", 2, Migration.NEW_CUSTOMERS));

            assertThat(sso().basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(transport.fetches()).isEqualTo(1);
        }
    }
}
