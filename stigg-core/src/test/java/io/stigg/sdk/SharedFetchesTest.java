package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.validUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.FetchCoordinator;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that shares its questions with other processes")
class SharedFetchesTest extends ClientTest {
    private final ScriptedCoordinator others = new ScriptedCoordinator();
    private final MapCache shared = new MapCache(true);

    /** Does with a question what a test says, and by default asks it. */
    private static final class ScriptedCoordinator implements FetchCoordinator {
        final List<Question> questions = new ArrayList<>();
        FetchCoordinator script = FetchCoordinator.alone();

        @Override
        public CompletionStage<EntitlementSnapshot> fetch(CustomerScope scope, Question question) {
            questions.add(question);
            return script.fetch(scope, question);
        }
    }

    @BeforeEach
    void start() {
        stigg.close();
        transport.serve(scope -> now(scope, on("sso")));
        AdapterSet set = adapters(true);
        stigg = Stigg.builder().adapters(sharing(set)).build();
        transport.requests.clear();
    }

    private AdapterSet sharing(AdapterSet set) {
        return new AdapterSet() {
            @Override
            public ApiTransport transport() {
                return set.transport();
            }

            @Override
            public UpdateStream updates() {
                return set.updates();
            }

            @Override
            public EntitlementCache cache() {
                return shared;
            }

            @Override
            public FetchCoordinator fetches() {
                return others;
            }

            @Override
            public SdkClock clock() {
                return set.clock();
            }
        };
    }

    private BooleanEntitlement sso() {
        return stigg.getBooleanEntitlement(SSO);
    }

    @Test
    @DisplayName("asks Stigg where no other process has")
    void asks() {
        assertThat(sso().hasAccess()).isTrue();

        assertThat(others.questions).hasSize(1);
        assertThat(transport.fetches()).isEqualTo(1);
    }

    @Test
    @DisplayName("takes what another process has brought, and asks nothing")
    void spared() {
        others.script = (scope, question) -> {
            EntitlementSnapshot brought = now(scope, on("sso"));
            shared.store(brought);
            return CompletableFuture.completedFuture(brought);
        };

        assertThat(sso().hasAccess()).isTrue();
        assertThat(transport.fetches()).isZero();
    }

    @Test
    @DisplayName("has a question answered by what is fresh, and by nothing that is old or no longer valid")
    void freshness() {
        sso();
        FetchCoordinator.Question question = others.questions.get(0);

        assertThat(question.isAnsweredBy(now(ACME, on("sso")))).isTrue();
        assertThat(question.isAnsweredBy(snapshot(ACME, clock.now().minusSeconds(31), on("sso"))))
                .isFalse();
        assertThat(question.isAnsweredBy(expired())).isFalse();
    }

    private EntitlementSnapshot expired() {
        EntitlementSnapshot fetched =
                now(ACME, validUntil(on("sso"), clock.now().plusSeconds(1)));
        clock.advance(Duration.ofSeconds(2));
        return fetched;
    }

    @Test
    @DisplayName("puts one question at a time for a customer, however many checks wait for it")
    void oneQuestion() {
        CompletableFuture<EntitlementSnapshot> pending = new CompletableFuture<>();
        others.script = (scope, question) -> pending;
        var first = stigg.async().getBooleanEntitlement(SSO);
        var second = stigg.async().getBooleanEntitlement(SSO);

        pending.complete(now(ACME, on("sso")));

        assertThat(first.join().hasAccess()).isTrue();
        assertThat(second.join().hasAccess()).isTrue();
        assertThat(others.questions).hasSize(1);
    }

    @Test
    @DisplayName("answers by fallbacks when a question has failed, and puts it again later")
    void failed() {
        others.script = (scope, question) -> CompletableFuture.failedFuture(DOWN);
        BooleanEntitlement meanwhile = sso();
        others.script = FetchCoordinator.alone();
        clock.advance(Duration.ofMinutes(1));

        assertThat(meanwhile.isFallback()).isTrue();
        assertThat(sso().hasAccess()).isTrue();
    }
}
