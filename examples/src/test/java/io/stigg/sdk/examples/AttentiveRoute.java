package io.stigg.sdk.examples;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Through a client that hears all that Stigg tells of one request before it sends the next. Where the clock stands still, what is
 * told of the first seems no older than the answer to the second, and would take its place if it came later.
 */
final class AttentiveRoute implements ScenarioRoute {
    private final Stigg stigg;
    private final ScenarioRoute client;
    private final ScenarioRoute bystander;
    private final Set<CustomerScope> heardOf = ConcurrentHashMap.newKeySet();
    private int bystanders;

    AttentiveRoute(Stigg stigg, StiggBackend backend) {
        this.stigg = stigg;
        client = ScenarioRoute.through(stigg);
        bystander = ScenarioRoute.direct(backend);
        stigg.addListener(new StiggListener() {
            @Override
            public void onEntitlementsUpdated(EntitlementsUpdated event) {
                heardOf.add(event.scope());
            }
        });
    }

    @Override
    public <R> R ask(StiggRequest<R> request) {
        R answer = client.ask(request);
        // Stigg tells everything in order.
        CustomerScope last = CustomerScope.of("bystander-" + ++bystanders);
        bystander.ask(ProvisionCustomer.of(last.customerId()));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> heardOf.contains(last) || !isLive());
        return answer;
    }

    /** When weeks pass at once, the client takes Stigg for silent. */
    private boolean isLive() {
        return stigg.status().updates() == Updates.LIVE;
    }

    @Override
    public Entitlement check(EntitlementQuery query) {
        return client.check(query);
    }

    @Override
    public EntitlementsState state(CustomerScope scope) {
        return client.state(scope);
    }

    @Override
    public boolean isClient() {
        return client.isClient();
    }

    @Override
    public void close() {
        client.close();
    }
}
