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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credits that were granted once, and what has become of them. Not thread-safe; guarded by the environment. */
final class GrantedCredits {
    /** Which are consumed first. */
    static final Comparator<GrantedCredits> BURN_ORDER = Comparator.comparingDouble(GrantedCredits::priority)
            .thenComparing(grant -> grant.request.expireAt().orElse(Instant.MAX))
            .thenComparing(grant -> grant.request.grantType() != CreditGrantType.PROMOTIONAL)
            .thenComparing(GrantedCredits::effectiveAt)
            .thenComparing(grant -> grant.createdAt);

    private static final Money FREE = new Money(BigDecimal.ZERO, "USD");

    private final String id;
    private final GrantCredits request;
    private final Instant createdAt;
    private Instant updatedAt;
    private double consumed;
    private @Nullable Instant voidedAt;

    GrantedCredits(String id, GrantCredits request, Instant now) {
        this.id = id;
        this.request = request;
        this.createdAt = now;
        this.updatedAt = now;
    }

    String id() {
        return id;
    }

    String currencyId() {
        return request.currencyId();
    }

    Optional<String> resourceId() {
        return request.resourceId();
    }

    private double priority() {
        return request.priority().orElse(0);
    }

    private Instant effectiveAt() {
        return request.effectiveAt().orElse(createdAt);
    }

    double amount() {
        return request.amount();
    }

    double consumed() {
        return consumed;
    }

    double remaining() {
        return request.amount() - consumed;
    }

    boolean hasBegun(Instant now) {
        return !effectiveAt().isAfter(now);
    }

    boolean isActive(Instant now) {
        return status(now) == CreditGrantStatus.ACTIVE;
    }

    /** Whatever is to be paid for counts as paid: nothing is billed here. */
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
        return request.expireAt().filter(end -> voidedAt == null && !end.isAfter(now));
    }

    /** Consumes as much as is left, and returns how much that is. */
    double consume(double credits, Instant now) {
        double part = Math.min(credits, remaining());
        consumed += part;
        updatedAt = now;
        return part;
    }

    void cancel(Instant now) {
        voidedAt = now;
        updatedAt = now;
    }

    CreditGrant view(Instant now) {
        return new CreditGrant(
                id,
                request.customerId(),
                request.resourceId(),
                request.currencyId(),
                request.displayName(),
                request.comment(),
                request.grantType(),
                status(now),
                request.amount(),
                consumed,
                request.cost().orElse(FREE),
                priority(),
                effectiveAt(),
                request.expireAt(),
                Optional.ofNullable(voidedAt),
                createdAt,
                updatedAt,
                PaymentCollection.NOT_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                request.metadata());
    }
}
