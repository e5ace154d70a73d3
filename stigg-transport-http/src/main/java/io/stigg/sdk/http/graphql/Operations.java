package io.stigg.sdk.http.graphql;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.util.Map;
import java.util.function.Function;

/**
 * The closed list of what can be asked: each class of request and the operation that serves it. A new one is a document, a
 * request record in the core, an {@link Operation}, and a line here. Immutable.
 */
public final class Operations {
    private static final Map<Class<?>, Function<StiggRequest<?>, Operation<?>>> BINDINGS = Map.ofEntries(
            bind(GetEntitlementsState.class, GetEntitlementsStateOperation::new),
            bind(GetSdkConfiguration.class, request -> new GetSdkConfigurationOperation()),
            bind(ProvisionCustomer.class, ProvisionCustomerOperation::new),
            bind(ProvisionSubscription.class, ProvisionSubscriptionOperation::new),
            bind(ReportUsage.class, ReportUsageOperation::new));

    private Operations() {}

    /**
     * Finds the operation that serves a request.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the operation
     * @throws IllegalArgumentException if none is bound, which a test rules out for every request of the core
     */
    @SuppressWarnings("unchecked") // bind() pairs a request with an operation of the same answer
    public static <R> Operation<R> serving(StiggRequest<R> request) {
        Function<StiggRequest<?>, Operation<?>> binding = BINDINGS.get(request.getClass());
        if (binding == null) {
            throw new IllegalArgumentException(
                    "no operation is bound to " + request.getClass().getName());
        }
        return (Operation<R>) binding.apply(request);
    }

    static boolean isBound(Class<?> requestType) {
        return BINDINGS.containsKey(requestType);
    }

    private static <R, Q extends StiggRequest<R>> Map.Entry<Class<?>, Function<StiggRequest<?>, Operation<?>>> bind(
            Class<Q> type, Function<Q, Operation<R>> operation) {
        return Map.entry(type, request -> operation.apply(type.cast(request)));
    }
}
