package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client does for customers of the Acme catalogue when Stigg does not answer, numbered so that each can be named. */
public abstract class ClientScenarios extends Scenarios {
    /** What the client has to be given as fallbacks. */
    protected static final Fallbacks FALLBACKS = Fallbacks.none().feature("feature-analytics", FixedAnswer.granted());

    /** For subclasses. */
    protected ClientScenarios() {}

    /**
     * Makes Stigg unreachable for the client.
     *
     * @param backend the Stigg that the client asks
     */
    protected abstract void cutOff(StiggBackend backend);

    /**
     * Lets Stigg refuse what the client asks from now on, because it asks too much.
     *
     * @param backend the Stigg that the client asks
     */
    protected abstract void throttle(StiggBackend backend);

    @Test
    @DisplayName("S50: cut off from Stigg, what is known still counts, then fallbacks, then denial")
    void cutOff() {
        customerOn("plan-free");
        MeteredEntitlement connected = metered(CALLS, 1);
        cutOff(backend());

        MeteredEntitlement soonAfter = metered(CALLS, 1);
        backend().clock().advance(Duration.ofMinutes(10));
        MeteredEntitlement stale = metered(CALLS, 1);
        Entitlement fallback = route().check(BooleanQuery.of("cust-2", "feature-analytics"));
        Entitlement nothing = route().check(BooleanQuery.of("cust-2", SSO));
        Entitlement ofTheCall = route().check(BooleanQuery.of("cust-2", SSO).withFallback(FixedAnswer.granted()));

        assertGranted(soonAfter);
        assertThat(soonAfter.usageLimit()).isEqualTo(connected.usageLimit());
        assertGranted(stale);
        assertThat(stale.basis()).isEqualTo(AnswerBasis.STALE);
        assertThat(stale.usageLimit()).hasValue(100);
        assertThat(fallback.hasAccess()).isTrue();
        assertThat(fallback.isFallback()).isTrue();
        assertThat(nothing.accessDeniedReason()).contains(UNKNOWN);
        assertThat(nothing.isFallback()).isTrue();
        assertThat(ofTheCall.hasAccess()).isTrue();
        assertThat(ofTheCall.isFallback()).isTrue();
    }

    @Test
    @DisplayName("S54: throttled by Stigg, a client answers from what is known")
    void throttled() {
        customerOn("plan-free");
        metered(CALLS, 1);
        throttle(backend());

        backend().clock().advance(Duration.ofMinutes(10));
        MeteredEntitlement known = metered(CALLS, 1);

        assertGranted(known);
        assertThat(known.usageLimit()).hasValue(100);
    }
}
