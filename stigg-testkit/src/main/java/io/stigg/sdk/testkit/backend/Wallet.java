package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.backend.CreditAccount.Consumption;
import io.stigg.sdk.testkit.backend.Sources.Allowance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The credits of one currency that a scope has at one instant: those that subscriptions give anew each period, and those that
 * were granted besides. A resource that has none of its own has those of its customer. What is consumed beyond all of them is
 * an overdraft, which makes the balance negative until later grants have made up for it. Not thread-safe; guarded by the
 * environment.
 */
final class Wallet {
    private final CustomerRecord customer;
    private final Instant now;
    private final CustomerPool pool;
    private final List<Allowance> allowances;
    private final List<GrantedCredits> begun;
    private final List<GrantedCredits> active;
    private final UsagePeriod period;

    Wallet(CustomerRecord customer, CustomerScope scope, String currencyId, Instant now) {
        this.customer = customer;
        this.now = now;
        List<Allowance> all = new Sources(customer, scope, now).allowances(currencyId);
        CustomerPool own = new CustomerPool(scope.customerId(), scope.resourceId(), currencyId);
        pool = isThere(own, all) ? own : new CustomerPool(scope.customerId(), Optional.empty(), currencyId);
        allowances = all.stream()
                .filter(allowance -> allowance.subscription().resourceId().equals(pool.resourceId()))
                .toList();
        begun = customer.credits().grants(pool).stream()
                .filter(grant -> grant.hasBegun(now))
                .toList();
        active = begun.stream()
                .filter(grant -> grant.isActive(now))
                .sorted(GrantedCredits.BURN_ORDER)
                .toList();
        period = allowances.stream()
                .findFirst()
                .map(first -> UsageWindows.at(
                        now, first.subscription().usageAnchor(), first.terms().cadence()))
                .orElse(UsagePeriod.none());
    }

    private boolean isThere(CustomerPool own, List<Allowance> all) {
        return !customer.credits().grants(own).isEmpty()
                || all.stream()
                        .anyMatch(allowance ->
                                allowance.subscription().resourceId().equals(own.resourceId()));
    }

    /** There is one from the first grant on, and it stays when all of them have ended. */
    boolean exists() {
        return !allowances.isEmpty() || !begun.isEmpty();
    }

    /** Returns what it holds now, in the order in which it is consumed. */
    List<CreditGrant> credits() {
        return active.stream().map(grant -> grant.view(now)).toList();
    }

    CreditFact fact(CreditCurrency currency) {
        double granted = active.stream().mapToDouble(GrantedCredits::amount).sum();
        double consumed = active.stream().mapToDouble(GrantedCredits::consumed).sum();
        boolean soft =
                allowances.stream().anyMatch(allowance -> allowance.terms().hasSoftLimit());
        // Of a wallet's period Stigg tells the end alone. A wallet cannot be rolled over by who holds it: ask again
        // then.
        Usage told = new Usage(consumed, new UsagePeriod(Optional.empty(), period.end()), changedAt());
        boolean spent = !soft && granted <= consumed;
        return new CreditFact(
                currency,
                spent ? Optional.of(Denial.of(AccessDeniedReason.INSUFFICIENT_CREDITS)) : Optional.empty(),
                granted,
                soft,
                told,
                Stream.of(customer.changesNext(now), period.end())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }

    /** When anything last happened to it, empty as long as nothing was consumed. */
    private Optional<Instant> changedAt() {
        return begun.stream().allMatch(grant -> grant.consumed() == 0)
                ? Optional.empty()
                : Stream.concat(
                                begun.stream().map(GrantedCredits::changedAt),
                                begun.stream().flatMap(grant -> grant.expiredAt(now).stream()))
                        .filter(instant -> !instant.isAfter(now))
                        .max(Comparator.naturalOrder());
    }

    /**
     * Consumes credits as of this instant.
     *
     * @param recordedAt when that is told, which may be later
     */
    void consume(Consumption consumption, Instant recordedAt) {
        double left = consumption.credits();
        for (GrantedCredits grant : active) {
            double part = grant.consume(left, recordedAt);
            note(consumption, grant, part);
            left -= part;
        }
        if (left > 0) {
            GrantedCredits overdraft = customer.credits().overdraft(pool, now);
            overdraft.overdraw(left, recordedAt);
            note(consumption, overdraft, left);
        }
    }

    private void note(Consumption consumption, GrantedCredits grant, double part) {
        if (part > 0) {
            customer.credits().consumed(consumption, grant, part, now);
        }
    }

    /** Returns the scopes that have these credits, of which one has consumed some. */
    Stream<CustomerScope> holders(CustomerScope scope) {
        return pool.resourceId().equals(scope.resourceId())
                ? customer.reachedFrom(pool.resourceId()).stream()
                : Stream.concat(Stream.of(scope), customer.reachedFrom(pool.resourceId()).stream())
                        .distinct();
    }
}
