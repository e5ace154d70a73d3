package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.credit.AutomaticRechargeConfiguration;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.CreditLedgerEvent;
import io.stigg.sdk.credit.CreditLedgerEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a customer was granted in credits, and what happened to them. Not thread-safe; guarded by the environment. */
final class CreditAccount {
    private final String customerId;
    private final List<GrantedCredits> grants = new ArrayList<>();
    private final List<CreditLedgerEvent> events = new ArrayList<>();
    private final Map<String, CreditConsumption> consumptions = new Remembered<>();
    private final Map<String, AutomaticRechargeConfiguration> recharges = new HashMap<>();
    private int numbers;

    CreditAccount(String customerId) {
        this.customerId = customerId;
    }

    /** Adds a grant. As soon as it has begun, it makes up for what was consumed beyond all grants. */
    void add(GrantedCredits grant, Instant now) {
        grants.add(grant);
        note(grant, CreditLedgerEventType.CREDITS_GRANTED, grant.amount(), now);
        if (grant.hasBegun(now)) {
            settleOverdraft(grant, now);
        }
    }

    /** Lets a grant make up for what was consumed beyond all grants before. */
    void settleOverdraft(GrantedCredits grant, Instant now) {
        for (GrantedCredits overdraft : List.copyOf(grants)) {
            if (overdraft.isOverdraft() && overdraft.isActive(now) && isOfTheSamePool(overdraft, grant)) {
                double part = grant.consume(overdraft.consumed(), now);
                if (part > 0) {
                    overdraft.overdraw(-part, now);
                    note(overdraft, CreditLedgerEventType.CREDITS_CONSUMPTION_TRANSFER_SOURCE, part, now);
                    note(grant, CreditLedgerEventType.CREDITS_CONSUMPTION_TRANSFER_TARGET, part, now);
                }
                if (overdraft.consumed() <= 0) {
                    cancel(overdraft, now);
                }
            }
        }
    }

    private static boolean isOfTheSamePool(GrantedCredits one, GrantedCredits other) {
        return one.currencyId().equals(other.currencyId()) && one.resourceId().equals(other.resourceId());
    }

    void cancel(GrantedCredits grant, Instant now) {
        note(grant, CreditLedgerEventType.CREDITS_VOIDED, Math.max(0, grant.remaining()), now);
        grant.cancel(now);
    }

    /** Returns what keeps the consumption beyond all grants of a pool; there is one at most. */
    GrantedCredits overdraft(CustomerPool pool, Instant now) {
        return grants.stream()
                .filter(grant -> grant.isOverdraft() && grant.isOf(pool) && grant.isActive(now))
                .findFirst()
                .orElseGet(() -> {
                    GrantedCredits made = GrantedCredits.overdraft(newId("overdraft"), pool, now);
                    grants.add(made);
                    return made;
                });
    }

    String newId(String kind) {
        return kind + "-" + customerId + "-" + ++numbers;
    }

    /** Returns the grants of the customer itself, or of one resource: a pool is not shared. */
    List<GrantedCredits> grants(Optional<String> resourceId) {
        return grants.stream()
                .filter(grant -> grant.resourceId().equals(resourceId))
                .toList();
    }

    List<GrantedCredits> grants(CustomerPool pool) {
        return grants.stream().filter(grant -> grant.isOf(pool)).toList();
    }

    List<GrantedCredits> grantsOf(SubscriptionRecord subscription) {
        return grants.stream()
                .filter(grant -> grant.isOfSubscription(subscription.id()))
                .toList();
    }

    Optional<GrantedCredits> grant(String id) {
        return grants.stream().filter(grant -> grant.id().equals(id)).findAny();
    }

    /** Notes what was consumed of a grant. */
    void consumed(Consumption consumption, GrantedCredits grant, double amount, Instant at) {
        events.add(new CreditLedgerEvent(
                at,
                CreditLedgerEventType.CREDITS_CONSUMED,
                amount,
                customerId,
                grant.resourceId(),
                grant.currencyId(),
                grant.id(),
                consumption.featureId(),
                Optional.of(consumption.cause())));
    }

    /** Returns what has happened, in that order, with what came to its end by itself. */
    List<CreditLedgerEvent> ledger(Instant now) {
        List<CreditLedgerEvent> all = new ArrayList<>(events);
        for (GrantedCredits grant : grants) {
            grant.expiredAt(now)
                    .filter(end -> grant.remaining() > 0)
                    .ifPresent(end ->
                            all.add(event(grant, CreditLedgerEventType.CREDITS_EXPIRED, grant.remaining(), end)));
        }
        all.sort(Comparator.comparing(CreditLedgerEvent::timestamp));
        return all;
    }

    private void note(GrantedCredits grant, CreditLedgerEventType type, double amount, Instant at) {
        events.add(event(grant, type, amount, at));
    }

    private CreditLedgerEvent event(GrantedCredits grant, CreditLedgerEventType type, double amount, Instant at) {
        return new CreditLedgerEvent(
                at,
                type,
                amount,
                customerId,
                grant.resourceId(),
                grant.currencyId(),
                grant.id(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns what was last consumed without a feature, by idempotency key. */
    Map<String, CreditConsumption> consumptions() {
        return consumptions;
    }

    /** Returns the automatic recharges by currency. */
    Map<String, AutomaticRechargeConfiguration> recharges() {
        return recharges;
    }

    /**
     * What consumes credits.
     *
     * @param featureId the feature that was used, empty if there was none
     * @param cause the id of what told of it
     * @param credits how many
     */
    record Consumption(Optional<String> featureId, String cause, double credits) {}
}
