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

    CreditAccount(String customerId) {
        this.customerId = customerId;
    }

    void add(GrantedCredits grant, Instant now) {
        grants.add(grant);
        events.add(event(grant, CreditLedgerEventType.CREDITS_GRANTED, grant.amount(), now));
    }

    void cancel(GrantedCredits grant, Instant now) {
        events.add(event(grant, CreditLedgerEventType.CREDITS_VOIDED, grant.remaining(), now));
        grant.cancel(now);
    }

    /** Returns the grants of the customer itself, or of one resource: a pool is not shared. */
    List<GrantedCredits> grants(Optional<String> resourceId) {
        return grants.stream()
                .filter(grant -> grant.resourceId().equals(resourceId))
                .toList();
    }

    Optional<GrantedCredits> grant(String id) {
        return grants.stream().filter(grant -> grant.id().equals(id)).findAny();
    }

    /** Notes what was consumed; the grant is named even if it is one of a subscription, which are not kept here. */
    void consumed(Consumption consumption, String grantId, double amount, Instant now) {
        events.add(new CreditLedgerEvent(
                now,
                CreditLedgerEventType.CREDITS_CONSUMED,
                amount,
                customerId,
                consumption.resourceId(),
                consumption.currencyId(),
                grantId,
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
     * @param resourceId the resource, empty for the customer itself
     * @param currencyId the currency
     * @param featureId the feature that was used, empty if there was none
     * @param cause the id of what told of it
     * @param credits how many
     */
    record Consumption(
            Optional<String> resourceId, String currencyId, Optional<String> featureId, String cause, double credits) {}
}
