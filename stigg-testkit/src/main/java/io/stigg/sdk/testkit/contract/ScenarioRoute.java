package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.testkit.StiggBackend;

/** The way by which scenarios reach Stigg: directly, or through a client. Not thread-safe. */
public interface ScenarioRoute extends AutoCloseable {
    /**
     * Asks the backend itself, without a client.
     *
     * @param backend the Stigg to ask
     * @return the route
     */
    static ScenarioRoute direct(StiggBackend backend) {
        return new DirectRoute(backend);
    }

    /**
     * Asks a client, by its own methods.
     *
     * @param stigg the client, which is closed with the route
     * @return the route
     */
    static ScenarioRoute through(Stigg stigg) {
        return new ClientRoute(stigg);
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    <R> R ask(StiggRequest<R> request);

    /**
     * Checks access.
     *
     * @param query the question
     * @return the answer
     */
    Entitlement check(EntitlementQuery query);

    /**
     * Lists entitlements as they are now.
     *
     * @param scope whose
     * @return the entitlements
     */
    EntitlementsState state(CustomerScope scope);

    /**
     * Tells whether there is a client in between, which knows no more than what customers are entitled to.
     *
     * @return true if there is one
     */
    boolean isClient();

    @Override
    void close();
}
