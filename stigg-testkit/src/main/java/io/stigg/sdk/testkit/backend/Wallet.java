package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.backend.CreditAccount.Consumption;
import io.stigg.sdk.testkit.backend.Sources.Allowance;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The credits of one currency that a scope has at one instant: those that subscriptions give anew each period, which are
 * consumed first, and those that were granted besides. What is consumed beyond both is counted with the former; it makes
 * the balance negative until the period ends, or for as long as there is no period. Not thread-safe; guarded by the
 * environment.
 */
final class Wallet {
    private final CustomerRecord customer;
    private final CustomerScope scope;
    private final String currencyId;
    private final Instant now;
    private final List<Allowance> allowances;
    private final List<GrantedCredits> begun;
    private final List<GrantedCredits> active;
    private final UsagePeriod period;

    Wallet(CustomerRecord customer, CustomerScope scope, String currencyId, Instant now) {
        this.customer = customer;
        this.scope = scope;
        this.currencyId = currencyId;
        this.now = now;
        allowances = new Sources(customer, scope, now).allowances(currencyId);
        begun = customer.credits().grants(scope.resourceId()).stream()
                .filter(grant -> grant.currencyId().equals(currencyId) && grant.hasBegun(now))
                .toList();
        active = begun.stream()
                .filter(grant -> grant.isActive(now))
                .sorted(GrantedCredits.BURN_ORDER)
                .toList();
        period = allowances.stream()
                .findFirst()
                .map(first ->
                        UsageWindows.at(now, first.start(), first.credits().cadence()))
                .orElse(UsagePeriod.none());
    }

    /** There is one from the first grant on, and it stays when all of them have ended. */
    boolean exists() {
        return !allowances.isEmpty() || !begun.isEmpty();
    }

    CreditFact fact(CreditCurrency currency) {
        double granted =
                allowed() + active.stream().mapToDouble(GrantedCredits::amount).sum();
        boolean soft =
                allowances.stream().anyMatch(allowance -> allowance.credits().hasSoftLimit());
        Usage counted = log().usage(period, now);
        double consumed = counted.currentUsage()
                + active.stream().mapToDouble(GrantedCredits::consumed).sum();
        // Of a wallet's period Stigg tells the end alone. A wallet cannot be rolled over by who holds it: ask again
        // then.
        Usage told = new Usage(consumed, new UsagePeriod(Optional.empty(), period.end()), counted.updatedAt());
        boolean spent = !soft && granted <= consumed;
        return new CreditFact(
                currency,
                spent ? Optional.of(Denial.of(AccessDeniedReason.INSUFFICIENT_CREDITS)) : Optional.empty(),
                granted,
                soft,
                told,
                earlier(customer.changesNext(now), period.end()));
    }

    private double allowed() {
        return allowances.stream()
                .mapToDouble(allowance -> allowance.credits().amount())
                .sum();
    }

    private UsageLog log() {
        return customer.usage(scope, EntitlementRef.credit(currencyId));
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get()) ? one : other;
    }

    /**
     * Consumes credits as of this instant.
     *
     * @param recordedAt when that is told, which may be later
     */
    void consume(Consumption consumption, Instant recordedAt) {
        double recurring = Math.max(0, allowed() - log().usage(period, now).currentUsage());
        double counted = Math.min(consumption.credits(), recurring);
        double left = consumption.credits() - counted;
        for (GrantedCredits grant : active) {
            double part = grant.consume(left, recordedAt);
            note(consumption, grant.id(), part);
            left -= part;
        }
        note(consumption, "recurring-" + currencyId, counted);
        note(consumption, "overdraft-" + currencyId, left);
        // Even if that is nothing: it dates what the grants have lost.
        log().add(now, counted + left, UpdateBehavior.DELTA, recordedAt);
    }

    private void note(Consumption consumption, String grantId, double part) {
        if (part > 0) {
            customer.credits().consumed(consumption, grantId, part, now);
        }
    }
}
