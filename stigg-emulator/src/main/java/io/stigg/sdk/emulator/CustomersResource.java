package io.stigg.sdk.emulator;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The customers, to choose from. */
final class CustomersResource implements ControlResource {
    private final StiggBackend backend;

    CustomersResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", this::list);
    }

    private Map<String, Object> list(ControlInput input) {
        input.allowOnly("search", "id", "limit");
        String search = input.optionalText("search").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> id = input.optionalText("id");
        List<Customer> found = backend.customers().stream()
                .filter(customer -> id.isEmpty() || id.get().equals(customer.id()))
                .filter(customer -> texts(customer)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(search)))
                .toList();
        return Map.of(
                "count",
                found.size(),
                "customers",
                found.stream().limit(input.limit()).map(this::entry).toList());
    }

    private static Stream<String> texts(Customer customer) {
        return Stream.of(Stream.of(customer.id()), customer.name().stream(), customer.email().stream())
                .flatMap(text -> text);
    }

    private Map<String, Object> entry(Customer customer) {
        List<Subscription> subscriptions = backend.subscriptions(customer.id());
        return new Fields()
                .with("customerId", customer.id())
                .with("name", customer.name())
                .with("email", customer.email())
                .with(
                        "resources",
                        subscriptions.stream()
                                .flatMap(subscription -> subscription.resourceId().stream())
                                .distinct()
                                .toList())
                .with(
                        "plans",
                        subscriptions.stream()
                                .filter(subscription -> subscription.status() == Subscription.Status.ACTIVE
                                        || subscription.status() == Subscription.Status.IN_TRIAL)
                                .map(Subscription::planId)
                                .distinct()
                                .toList())
                .toMap();
    }
}
