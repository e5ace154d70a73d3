package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.Checkout;
import io.stigg.sdk.testkit.Checkout.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages on which customers are to pay. Not thread-safe; guarded by the environment. */
final class Checkouts {
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Timeline timeline;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Checkouts(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Opens a page, which nobody can pay on any more after a day.
     *
     * @param completion what happens when the customer has paid
     */
    Checkout open(CustomerRecord customer, String planId, Consumer<Instant> completion, Instant now) {
        String id = "checkout-" + (sessions.size() + 1);
        Checkout page = new Checkout(
                id, "https://checkout.invalid/" + id, customer.details().id(), planId, Status.OPEN);
        sessions.put(id, new Session(page, customer, completion));
        timeline.at(now.plus(LIFETIME), due -> {
            if (page(id).status() == Status.OPEN) {
                become(id, Status.EXPIRED);
            }
        });
        return page;
    }

    List<Checkout> all() {
        return sessions.values().stream().map(Session::page).toList();
    }

    /**
     * The customer pays, which leaves a payment method on file.
     *
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    Checkout complete(String id, Instant now) {
        Session session = open(id);
        session.customer.setPaymentMethod(Optional.of("payment-method-" + id));
        session.completion.accept(now);
        return become(id, Status.COMPLETED);
    }

    /**
     * The payment does not succeed.
     *
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    Checkout fail(String id) {
        open(id);
        return become(id, Status.FAILED);
    }

    /**
     * Nobody pays in time.
     *
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    Checkout expire(String id) {
        open(id);
        return become(id, Status.EXPIRED);
    }

    private Session open(String id) {
        Session session = session(id);
        if (session.page.status() != Status.OPEN) {
            throw new IllegalStateException(id + " is not open any more, but " + session.page.status());
        }
        return session;
    }

    private Session session(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            throw new IllegalArgumentException("there is no checkout " + id + ", only " + sessions.keySet());
        }
        return session;
    }

    private Checkout page(String id) {
        return session(id).page;
    }

    private Checkout become(String id, Status status) {
        Session session = session(id);
        Checkout page = new Checkout(id, session.page.url(), session.page.customerId(), session.page.planId(), status);
        sessions.put(id, new Session(page, session.customer, session.completion));
        return page;
    }

    private record Session(Checkout page, CustomerRecord customer, Consumer<Instant> completion) {}
}
