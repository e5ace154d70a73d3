package io.stigg.sdk.http.graphql;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.paywall.GetPaywall;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed list of what can be asked: each class of request and the operation that serves it. A new one is a document, a
 * request record in the core, and a line in the bindings of its feature. Immutable.
 */
public final class Operations {
    private static final Map<Class<?>, Function<StiggRequest<?>, Operation<?>>> BINDINGS = Stream.of(
                    ownBindings(),
                    CustomerBindings.all(),
                    SubscriptionBindings.all(),
                    CatalogBindings.all(),
                    PromotionBindings.all(),
                    CreditBindings.all(),
                    UsageBindings.all())
            .flatMap(bindings -> bindings)
            .collect(Collectors.toUnmodifiableMap(Binding::type, Binding::operation));

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

    private static Stream<Binding> ownBindings() {
        return Stream.of(
                Binding.of(GetEntitlementsState.class, GetEntitlementsStateOperation::new),
                Binding.of(GetPaywall.class, GetPaywallOperation::new),
                Binding.of(GetSdkConfiguration.class, request -> new GetSdkConfigurationOperation()));
    }
}
