package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/**
 * What the scenarios of the Acme catalogue share: a Stigg, a customer {@code cust-1}, and the route that leads to them. It is
 * 15 January 2025, 10:00 UTC. Not thread-safe; JUnit makes one for each test.
 */
public abstract class Scenarios {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");
    static final CustomerScope CUST_1 = CustomerScope.of("cust-1");
    static final String SSO = "feature-sso";
    static final String CALLS = "feature-api-calls";
    static final String EXPORTS = "feature-exports";
    static final String SEATS = "feature-seats";
    static final String PAGES = "feature-pages";
    static final String TOKENS = "feature-ai-tokens";

    @SuppressWarnings("NullAway.Init") // made by the first who needs it
    private StiggBackend backend;

    @SuppressWarnings("NullAway.Init") // opened by the first who needs it
    private ScenarioRoute route;

    /** For suites. */
    Scenarios() {}

    /**
     * Opens the route under test. The suite closes it.
     *
     * @param backend the Stigg that it has to lead to; a client goes by its {@link StiggBackend#clock()}
     * @return the route
     */
    protected abstract ScenarioRoute routeTo(StiggBackend backend);

    @AfterEach
    final void close() {
        if (route != null) {
            route.close();
        }
    }

    /** Goes on with another Stigg than that of Acme; before anything else. */
    final void given(StiggBackend another) {
        backend = another;
    }

    final StiggBackend backend() {
        if (backend == null) {
            backend = StiggBackend.acme();
        }
        return backend;
    }

    final ScenarioRoute route() {
        if (route == null) {
            route = routeTo(backend());
        }
        return route;
    }

    final <R> R ask(StiggRequest<R> request) {
        return route().ask(request);
    }

    /** Sends what Stigg has to refuse, and returns with which code it does. */
    final ErrorCode refusal(StiggRequest<?> request) {
        try {
            throw new AssertionError("there was an answer: " + ask(request));
        } catch (StiggApiException refused) {
            return refused.code();
        }
    }

    final void customer() {
        ask(ProvisionCustomer.of("cust-1"));
    }

    /** Makes the customer, subscribed to a plan without trial. */
    final void customerOn(String planId) {
        customerOn(PlanSelection.of(planId).withoutTrial());
    }

    final void customerOn(PlanSelection selection) {
        ask(ProvisionCustomer.of("cust-1").subscribedTo(selection));
    }

    /** Subscribes the customer to a plan without trial. */
    final Subscription subscribe(String planId) {
        return subscribe(PlanSelection.of(planId).withoutTrial());
    }

    final Subscription subscribe(PlanSelection selection) {
        return made(ProvisionSubscription.of("cust-1", selection));
    }

    final Subscription made(ProvisionSubscription request) {
        ProvisionedSubscription outcome = ask(request);
        assertThat(outcome).isInstanceOf(ProvisionedSubscription.Created.class);
        return ((ProvisionedSubscription.Created) outcome).subscription();
    }

    final UsageAck report(String featureId, double value) {
        return ask(ReportUsage.of("cust-1", featureId, value));
    }

    final void advanceTo(String instant) {
        backend().clock().advanceTo(Instant.parse(instant));
    }

    final List<Subscription> subscriptions() {
        return backend().subscriptions("cust-1");
    }

    final List<Status> statuses() {
        return subscriptions().stream().map(Subscription::status).toList();
    }

    /** Finds the subscription to a plan that was made last. */
    final Subscription to(String planId) {
        return subscriptions().stream()
                .filter(subscription -> subscription.planId().equals(planId))
                .reduce((former, latter) -> latter)
                .orElseThrow();
    }

    final Entitlement onOff(String featureId) {
        return route().check(BooleanQuery.of("cust-1", featureId));
    }

    final MeteredEntitlement metered(String featureId) {
        return metered(featureId, 0);
    }

    final MeteredEntitlement metered(String featureId, double requested) {
        return (MeteredEntitlement)
                route().check(MeteredQuery.of("cust-1", featureId).requesting(requested));
    }

    final Entitlement metered(CustomerScope scope, String featureId) {
        return route().check(new MeteredQuery(scope, featureId, Optional.empty(), 0));
    }

    final CreditEntitlement credits(double requested) {
        return (CreditEntitlement)
                route().check(CreditQuery.of("cust-1", "cred-ai").requesting(requested));
    }

    final double limit(String featureId) {
        return metered(featureId).usageLimit().orElseThrow();
    }

    final double usage(String featureId) {
        return metered(featureId).currentUsage();
    }

    /** Waits until a client hears what changes. */
    final void untilItListens() {
        int listeners = route().isClient() ? 1 : 0;
        eventually(() -> assertThat(backend().streamCount()).isEqualTo(listeners));
    }

    /** Asserts until it holds: over a network, what is told takes its time. */
    static void eventually(Runnable assertion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    static void assertGranted(Entitlement answer) {
        assertThat(answer.accessDeniedReason()).isEmpty();
        assertThat(answer.hasAccess()).isTrue();
        assertThat(answer.isFallback()).isFalse();
    }

    static void assertDenied(Entitlement answer, AccessDeniedReason reason) {
        assertThat(answer.accessDeniedReason()).contains(reason);
        assertThat(answer.hasAccess()).isFalse();
        assertThat(answer.isFallback()).isFalse();
    }
}
