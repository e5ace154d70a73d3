package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.OptimisticCreditBalance;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.testkit.backend.CreditAccount.Consumption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Consumes credits without a feature whose use costs them. Not thread-safe; guarded by the environment. */
final class CreditConsuming {
    private static final Refusals REFUSALS = new Refusals("ConsumeCredits");

    private final World world;

    CreditConsuming(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.write(ConsumeCredits.class, this::consume).write(ConsumeCreditsAsync.class, this::consumeAll);
    }

    private CreditConsumption consume(ConsumeCredits request, Moment moment) {
        CustomerRecord customer = world.existing(request.scope().customerId(), REFUSALS);
        CreditConsumption before = customer.credits().consumptions().get(request.idempotencyKey());
        if (before != null) {
            return answer(before, customer, moment.now());
        }
        world.requireCurrency(request.currencyId(), REFUSALS);
        if (isOfUnknownResource(request, customer)) {
            throw REFUSALS.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + request.scope());
        }
        CreditConsumption made = consume(request, customer, moment.now());
        world.news().consumed(customer, made.scope(), made.currencyId(), moment.now());
        return answer(made, customer, moment.now());
    }

    /** Whoever or whatever is not known is not told: all was accepted long before anybody looks. */
    private Optional<String> consumeAll(ConsumeCreditsAsync request, Moment moment) {
        Map<WalletId, CustomerRecord> wallets = new LinkedHashMap<>();
        for (ConsumeCredits one : request.consumptions()) {
            world.customer(one.scope().customerId())
                    .filter(customer -> !isOfUnknownResource(one, customer))
                    .filter(customer ->
                            world.catalog().currency(one.currencyId()).isPresent())
                    .filter(customer -> !customer.credits().consumptions().containsKey(one.idempotencyKey()))
                    .ifPresent(customer -> {
                        consume(one, customer, moment.now());
                        wallets.put(new WalletId(one.scope(), one.currencyId()), customer);
                    });
        }
        wallets.forEach(
                (wallet, customer) -> world.news().consumed(customer, wallet.scope, wallet.currencyId, moment.now()));
        return Optional.empty();
    }

    private static boolean isOfUnknownResource(ConsumeCredits request, CustomerRecord customer) {
        return request.scope()
                .resourceId()
                .filter(id -> !customer.hasResource(id))
                .isPresent();
    }

    private static CreditConsumption consume(ConsumeCredits request, CustomerRecord customer, Instant now) {
        // A consumer's clock may be ahead; what it tells has happened all the same.
        Instant at = request.createdAt().filter(now::isAfter).orElse(now);
        new Wallet(customer, request.scope(), request.currencyId(), at)
                .consume(new Consumption(Optional.empty(), request.idempotencyKey(), request.amount()), now);
        CreditConsumption made =
                new CreditConsumption(request.scope(), request.currencyId(), request.amount(), now, Optional.empty());
        customer.credits().consumptions().put(request.idempotencyKey(), made);
        return made;
    }

    /** As it was then, with the wallet as it is now. */
    private CreditConsumption answer(CreditConsumption made, CustomerRecord customer, Instant now) {
        return new CreditConsumption(
                made.scope(),
                made.currencyId(),
                made.amount(),
                made.timestamp(),
                world.catalog()
                        .currency(made.currencyId())
                        .map(currency ->
                                balance(new Wallet(customer, made.scope(), currency.id(), now), currency, now)));
    }

    private static OptimisticCreditBalance balance(Wallet wallet, CreditCurrency currency, Instant now) {
        CreditFact fact = wallet.fact(currency);
        return new OptimisticCreditBalance(
                currency.id(),
                fact.usage().currentUsage(),
                fact.usageLimit(),
                fact.usage().period().end(),
                now);
    }

    private record WalletId(CustomerScope scope, String currencyId) {}
}
