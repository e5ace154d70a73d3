package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Page;
import io.stigg.sdk.credit.AutomaticRechargeConfiguration;
import io.stigg.sdk.credit.CreditBalance;
import io.stigg.sdk.credit.CreditBalanceSummary;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantStatus;
import io.stigg.sdk.credit.CreditLedgerEvent;
import io.stigg.sdk.credit.GetAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.GetCreditBalance;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GetCreditUsage;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.GrantExpirationPeriod;
import io.stigg.sdk.credit.RechargeThresholdType;
import io.stigg.sdk.credit.SaveAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.CreditFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be done with credits. Not thread-safe; guarded by the environment. */
final class CreditOperations {
    private final World world;
    private int grants;

    CreditOperations(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        CreditUsages usages = new CreditUsages(world);
        operations
                .read(GetCreditBalance.class, this::balance)
                .read(GetCreditGrants.class, this::list)
                .read(GetCreditLedger.class, this::ledger)
                .read(GetCreditUsage.class, usages::usage)
                .write(GrantCredits.class, this::grant)
                .write(VoidCreditGrant.class, this::cancel)
                .read(GetAutomaticRechargeConfiguration.class, this::recharge)
                .write(SaveAutomaticRechargeConfiguration.class, this::save);
    }

    private CreditBalanceSummary balance(GetCreditBalance request, Moment moment) {
        Refusals refusals = new Refusals("GetCreditBalance");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        request.currencyId().ifPresent(id -> world.requireCurrency(id, refusals));
        CustomerScope scope = new CustomerScope(request.customerId(), request.resourceId());
        EntitlementCalculation calculation = new EntitlementCalculation(world.catalog(), customer, scope, moment.now());
        requireResource(request.resourceId(), customer, refusals);
        List<CreditBalance> balances = world.catalog().currencies().stream()
                .filter(currency ->
                        request.currencyId().map(currency.id()::equals).orElse(true))
                .flatMap(currency -> calculation.credit(currency).stream())
                .map(wallet -> balance(scope, wallet))
                .toList();
        return new CreditBalanceSummary(request.customerId(), balances);
    }

    private static CreditBalance balance(CustomerScope scope, CreditFact wallet) {
        return new CreditBalance(
                scope.customerId(),
                scope.resourceId(),
                CatalogViews.currency(wallet.currency()),
                wallet.remaining(),
                wallet.usage().currentUsage(),
                wallet.usageLimit(),
                wallet.validUntil());
    }

    private static void requireResource(Optional<String> resourceId, CustomerRecord customer, Refusals refusals) {
        resourceId.filter(id -> !customer.hasResource(id)).ifPresent(id -> {
            throw refusals.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + id);
        });
    }

    private Page<CreditGrant> list(GetCreditGrants request, Moment moment) {
        Refusals refusals = new Refusals("GetCreditGrants");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        request.currencyId().ifPresent(id -> world.requireCurrency(id, refusals));
        List<CreditGrant> all = customer.credits().grants(request.resourceId()).stream()
                .filter(grant ->
                        request.currencyId().map(grant.currencyId()::equals).orElse(true))
                .map(grant -> grant.view(moment.now()))
                .toList();
        return Pages.counted(all, request.paging(), refusals);
    }

    private Page<CreditLedgerEvent> ledger(GetCreditLedger request, Moment moment) {
        Refusals refusals = new Refusals("GetCreditLedger");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        request.currencyId().ifPresent(id -> world.requireCurrency(id, refusals));
        List<CreditLedgerEvent> all = customer.credits().ledger(moment.now()).stream()
                .filter(event -> event.resourceId().equals(request.resourceId()))
                .filter(event ->
                        request.currencyId().map(event.currencyId()::equals).orElse(true))
                .filter(event ->
                        request.eventTypes().isEmpty() || request.eventTypes().contains(event.eventType()))
                .toList();
        return Pages.counted(all, request.paging(), refusals);
    }

    private CreditGrant grant(GrantCredits request, Moment moment) {
        Refusals refusals = new Refusals("GrantCredits");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        world.requireCurrency(request.currencyId(), refusals);
        requireResource(request.resourceId(), customer, refusals);
        if (request.expireAt().filter(end -> !end.isAfter(moment.now())).isPresent()) {
            throw refusals.because(ErrorCode.BAD_USER_INPUT, "expireAt has passed");
        }
        if (request.effectiveAt()
                .filter(start ->
                        request.expireAt().filter(end -> !end.isAfter(start)).isPresent())
                .isPresent()) {
            throw refusals.because(
                    ErrorCode.EXPIRE_AT_MUST_BE_LATER_THAN_EFFECTIVE_AT_ERROR,
                    "expireAt must be later than effectiveAt");
        }
        GrantedCredits made = GrantedCredits.of("credit-grant-" + ++grants, request, moment.now());
        customer.credits().add(made, moment.now());
        request.effectiveAt().filter(moment.now()::isBefore).ifPresent(start -> changesAt(start, customer, made));
        request.expireAt().ifPresent(end -> changesAt(end, customer, made));
        changed(customer, request.resourceId(), moment.now());
        return made.view(moment.now());
    }

    private void changesAt(Instant at, CustomerRecord customer, GrantedCredits grant) {
        customer.changesAt(at);
        world.timeline().at(at, due -> {
            if (grant.isActive(due)) {
                customer.credits().settleOverdraft(grant, due);
            }
            changed(customer, grant.resourceId(), due);
        });
    }

    private void changed(CustomerRecord customer, Optional<String> resourceId, Instant now) {
        customer.changesAt(now);
        world.news().entitlements(customer.reachedFrom(resourceId), now);
    }

    private CreditGrant cancel(VoidCreditGrant request, Moment moment) {
        Refusals refusals = new Refusals("VoidCreditGrant");
        CustomerRecord customer = world.customers().values().stream()
                .filter(any -> any.credits().grant(request.grantId()).isPresent())
                .findAny()
                .orElseThrow(() -> refusals.because(
                        ErrorCode.CREDIT_GRANT_NOT_FOUND, "Credit grant not found: " + request.grantId()));
        GrantedCredits grant = customer.credits().grant(request.grantId()).orElseThrow();
        requireVoidable(grant, moment.now(), refusals);
        customer.credits().cancel(grant, moment.now());
        changed(customer, grant.resourceId(), moment.now());
        return grant.view(moment.now());
    }

    private static void requireVoidable(GrantedCredits grant, Instant now, Refusals refusals) {
        CreditGrantStatus status = grant.status(now);
        if (grant.isOverdraft()) {
            throw refusals.because(ErrorCode.CREDIT_GRANT_CANNOT_BE_VOIDED, "An overdraft is no grant of anybody's");
        }
        if (status == CreditGrantStatus.VOIDED) {
            throw refusals.because(ErrorCode.CREDIT_GRANT_ALREADY_VOIDED, "The grant was voided before");
        } else if (status == CreditGrantStatus.EXPIRED) {
            throw refusals.because(ErrorCode.CREDIT_GRANT_CANNOT_BE_VOIDED, "The grant has expired");
        }
    }

    private AutomaticRechargeConfiguration recharge(GetAutomaticRechargeConfiguration request, Moment moment) {
        Refusals refusals = new Refusals("GetAutomaticRechargeConfiguration");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        world.requireCurrency(request.currencyId(), refusals);
        return known(customer, request.currencyId());
    }

    private static AutomaticRechargeConfiguration known(CustomerRecord customer, String currencyId) {
        return customer.credits()
                .recharges()
                .getOrDefault(currencyId, none(customer.details().id(), currencyId));
    }

    private static AutomaticRechargeConfiguration none(String customerId, String currencyId) {
        return new AutomaticRechargeConfiguration(
                customerId,
                currencyId,
                false,
                RechargeThresholdType.CREDIT_AMOUNT,
                0,
                0,
                Optional.empty(),
                GrantExpirationPeriod.ONE_YEAR,
                BigDecimal.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /** Keeps it. Nothing is ever bought: that needs a payment, and nothing is billed here. */
    private AutomaticRechargeConfiguration save(SaveAutomaticRechargeConfiguration request, Moment moment) {
        Refusals refusals = new Refusals("SaveAutomaticRechargeConfiguration");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        world.requireCurrency(request.currencyId(), refusals);
        AutomaticRechargeConfiguration former = known(customer, request.currencyId());
        AutomaticRechargeConfiguration saved = new AutomaticRechargeConfiguration(
                request.customerId(),
                request.currencyId(),
                request.isEnabled(),
                request.thresholdType().orElse(former.thresholdType()),
                request.thresholdValue().orElse(former.thresholdValue()),
                request.targetBalance().orElse(former.targetBalance()),
                request.maxSpendLimit().or(former::maxSpendLimit),
                request.grantExpirationPeriod().orElse(former.grantExpirationPeriod()),
                former.currentMonthlySpend(),
                former.createdAt().or(() -> Optional.of(moment.now())),
                Optional.of(moment.now()));
        customer.credits().recharges().put(request.currencyId(), saved);
        return saved;
    }
}
