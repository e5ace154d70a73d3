package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantStatus;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GrantCredits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credits that were granted once, and what has become of them. Not thread-safe; guarded by the environment. */
final class GrantedCredits {
    /** Which are consumed first. */
    static final Comparator<GrantedCredits> BURN_ORDER = Comparator.comparingDouble(GrantedCredits::priority)
            .thenComparing(grant -> grant.expireAt.orElse(Instant.MAX))
            .thenComparing(grant -> grant.type != CreditGrantType.PROMOTIONAL)
            .thenComparing(grant -> grant.effectiveAt)
            .thenComparing(grant -> grant.createdAt);

    private static final Money FREE = new Money(BigDecimal.ZERO, "USD");

    private final String id;
    private final String customerId;
    private final Optional<String> resourceId;
    private final String currencyId;
    private final CreditGrantType type;
    private final double amount;
    private final Instant effectiveAt;
    private final Optional<Instant> expireAt;
    private final Instant createdAt;
    private final Optional<GrantCredits> request;
    private final Optional<String> subscriptionId;
    private Instant updatedAt;
    private double consumed;
    private @Nullable Instant voidedAt;

    private GrantedCredits(
            String id,
            CustomerPool pool,
            CreditGrantType type,
            double amount,
            Instant effectiveAt,
            Optional<Instant> expireAt,
            Instant createdAt,
            Optional<GrantCredits> request,
            Optional<String> subscriptionId) {
        this.id = id;
        this.customerId = pool.customerId();
        this.resourceId = pool.resourceId();
        this.currencyId = pool.currencyId();
        this.type = type;
        this.amount = amount;
        this.effectiveAt = effectiveAt;
        this.expireAt = expireAt;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.request = request;
        this.subscriptionId = subscriptionId;
    }

    /** Somebody grants them. */
    static GrantedCredits of(String id, GrantCredits request, Instant now) {
        return new GrantedCredits(
                id,
                new CustomerPool(request.customerId(), request.resourceId(), request.currencyId()),
                request.grantType(),
                request.amount(),
                request.effectiveAt().orElse(now),
                request.expireAt(),
                now,
                Optional.of(request),
                Optional.empty());
    }

    /** A subscription gives them for a period. */
    static GrantedCredits recurring(
            String id, CustomerPool pool, double amount, String subscriptionId, Instant start, Instant end) {
        return new GrantedCredits(
                id,
                pool,
                CreditGrantType.RECURRING,
                amount,
                start,
                Optional.of(end),
                start,
                Optional.empty(),
                Optional.of(subscriptionId));
    }

    /** Nobody has granted them: it keeps what was consumed beyond all grants. */
    static GrantedCredits overdraft(String id, CustomerPool pool, Instant now) {
        return new GrantedCredits(
                id, pool, CreditGrantType.OVERDRAFT, 0, now, Optional.empty(), now, Optional.empty(), Optional.empty());
    }

    String id() {
        return id;
    }

    String currencyId() {
        return currencyId;
    }

    Optional<String> resourceId() {
        return resourceId;
    }

    boolean isOf(CustomerPool pool) {
        return currencyId.equals(pool.currencyId()) && resourceId.equals(pool.resourceId());
    }

    boolean isOverdraft() {
        return type == CreditGrantType.OVERDRAFT;
    }

    boolean isOfSubscription(String id) {
        return subscriptionId.equals(Optional.of(id));
    }

    private double priority() {
        return request.map(GrantCredits::priority).map(given -> given.orElse(0)).orElse(0.0);
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    double amount() {
        return amount;
    }

    double consumed() {
        return consumed;
    }

    double remaining() {
        return amount - consumed;
    }

    /** Returns when anything last happened to it. */
    Instant changedAt() {
        return updatedAt.isBefore(effectiveAt) ? effectiveAt : updatedAt;
    }

    boolean hasBegun(Instant now) {
        return !effectiveAt.isAfter(now);
    }

    boolean isActive(Instant now) {
        return status(now) == CreditGrantStatus.ACTIVE;
    }

    /** Whatever is to be paid for counts as paid: credits are not billed here. */
    CreditGrantStatus status(Instant now) {
        if (voidedAt != null) {
            return CreditGrantStatus.VOIDED;
        } else if (expiredAt(now).isPresent()) {
            return CreditGrantStatus.EXPIRED;
        }
        return hasBegun(now) ? CreditGrantStatus.ACTIVE : CreditGrantStatus.SCHEDULED;
    }

    /** Returns when what was left of it came to its end. */
    Optional<Instant> expiredAt(Instant now) {
        return expireAt.filter(end -> voidedAt == null && !end.isAfter(now));
    }

    /** Consumes as much as is left, and returns how much that is. */
    double consume(double credits, Instant now) {
        double part = Math.min(credits, remaining());
        if (part <= 0) {
            return 0;
        }
        consumed += part;
        updatedAt = now;
        return part;
    }

    /** Keeps what nobody has granted; gives it back if it is less than nothing. */
    void overdraw(double credits, Instant now) {
        consumed += credits;
        updatedAt = now;
    }

    void cancel(Instant now) {
        voidedAt = now;
        updatedAt = now;
    }

    CreditGrant view(Instant now) {
        return new CreditGrant(
                id,
                customerId,
                resourceId,
                currencyId,
                request.map(GrantCredits::displayName).orElse(isOverdraft() ? "Overdraft" : "Recurring credits"),
                request.flatMap(GrantCredits::comment),
                type,
                status(now),
                amount,
                consumed,
                request.flatMap(GrantCredits::cost).orElse(FREE),
                priority(),
                effectiveAt,
                expireAt,
                Optional.ofNullable(voidedAt),
                createdAt,
                updatedAt,
                PaymentCollection.NOT_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                request.map(GrantCredits::metadata).orElse(Map.of()));
    }
}
