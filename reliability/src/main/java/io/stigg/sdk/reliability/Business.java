package io.stigg.sdk.reliability;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Changes what is true of customers, past every proxy, and tells the oracle. Each change is one that may be made twice, so that
 * one whose fate is unknown is made again. One thread's.
 */
final class Business implements AutoCloseable {
    private static final int CUSTOMERS = 8;
    private static final Duration RETRY = Duration.ofMillis(100);

    private final Random random;
    private final Backend backend;
    private final Oracle oracle;
    private final Stigg direct;

    Business(URI stigg, Backend backend, Oracle oracle, Random random) {
        this.backend = backend;
        this.oracle = oracle;
        this.random = random;
        this.direct = Stigg.builder()
                .transport(HttpTransport.withApiKey(Shop.API_KEY).baseUri(stigg).withoutEdge())
                .cache(MemoryCache.ofCustomers(1))
                .withoutLiveUpdates()
                .build();
    }

    static List<String> customers() {
        return IntStream.rangeClosed(1, CUSTOMERS).mapToObj(i -> "cust-" + i).toList();
    }

    static List<Question> questions() {
        return customers().stream().flatMap(id -> Question.of(id).stream()).toList();
    }

    void open() {
        for (String id : customers()) {
            change(id, () -> provision(id, Shop.SMALL));
        }
    }

    /** Makes a customer whose usage is counted without a limit. */
    void openMeter(String id) {
        persist(() -> provision(id, Shop.LARGE));
    }

    private void provision(String id, String plan) {
        direct.customers().provision(ProvisionCustomer.of(id).subscribedTo(PlanSelection.of(plan)));
    }

    /** Changes something of somebody, and returns when it is done, or the thread is interrupted. */
    void changeSomething() {
        String id = customers().get(random.nextInt(CUSTOMERS));
        String plan = random.nextBoolean() ? Shop.SMALL : Shop.LARGE;
        int usage = random.nextInt(2 * Shop.SMALL_LIMIT);
        switch (random.nextInt(4)) {
            case 0 ->
                change(
                        id,
                        () -> direct.subscriptions().provision(ProvisionSubscription.of(id, PlanSelection.of(plan))));
            case 1 ->
                change(
                        id,
                        () -> direct.promotions()
                                .grant(GrantPromotionalEntitlements.of(
                                        id,
                                        PromotionalGrant.builder(Shop.SSO, PromotionalEntitlementPeriod.ONE_YEAR)
                                                .build())));
            case 2 -> change(id, () -> direct.promotions().revoke(new RevokePromotionalEntitlement(id, Shop.SSO)));
            default ->
                change(
                        id,
                        () -> direct.reportUsage(
                                ReportUsage.of(id, Shop.CALLS, usage).replacing()));
        }
    }

    private void change(String id, Runnable change) {
        long began = System.nanoTime();
        persist(change);
        persist(() -> tell(id, began));
    }

    private void tell(String id, long began) {
        try {
            backend.verdicts(Question.of(id))
                    .forEach((question, verdict) -> oracle.changed(question, verdict, began, System.nanoTime()));
        } catch (IOException down) {
            throw new StiggUnreachable(down);
        }
    }

    /** What is refused changes nothing, which is as good; what could not be brought is tried until it is. */
    private static void persist(Runnable change) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                change.run();
                return;
            } catch (StiggApiException refused) {
                return;
            } catch (StiggException | StiggUnreachable down) {
                Pause.of(RETRY);
            }
        }
    }

    /** Stigg itself could not be asked. */
    private static final class StiggUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StiggUnreachable(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        direct.close();
    }
}
