package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GetAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.GetCreditBalance;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GetCreditUsage;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.SaveAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.GetCustomerStatistics;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.UnlinkPromotionalEntitlementsGroup;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.DelegateSubscriptionToCustomer;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.GetActiveSubscriptions;
import io.stigg.sdk.subscription.GetActiveSubscriptionsList;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.SubscriptionFilter;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks a Stigg of every kind of request that there is, each where it makes sense. Not thread-safe. */
final class EveryRequest {
    private static final String CUSTOMER = "cust-1";
    private static final Instant YESTERDAY = Instant.parse("2025-01-14T00:00:00Z");

    private final List<Class<?>> answered = new ArrayList<>();
    private final StiggBackend backend;
    private final Function<StiggRequest<?>, Object> sender;

    /**
     * @param backend the Stigg, of which the customer is not known yet
     * @param sender sends a request and returns the answer
     */
    EveryRequest(StiggBackend backend, Function<StiggRequest<?>, Object> sender) {
        this.backend = backend;
        this.sender = sender;
    }

    /** Every kind of request that there is. */
    static List<Class<?>> kinds() {
        return kinds(StiggRequest.class);
    }

    private static List<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(kind -> kinds(kind).stream())
                        .toList()
                : List.of(type);
    }

    /** Sends them all, and tells which kinds were answered. */
    List<Class<?>> send() {
        ask(new GetSdkConfiguration());
        customers();
        subscriptions();
        catalog();
        promotions();
        credits();
        usage();
        ask(new ArchiveCustomer(CUSTOMER));
        ask(new UnarchiveCustomer(CUSTOMER));
        return List.copyOf(answered);
    }

    private Object ask(StiggRequest<?> request) {
        Object answer = sender.apply(request);
        answered.add(request.getClass());
        return answer;
    }

    private void customers() {
        ask(ProvisionCustomer.of(CUSTOMER));
        ask(UpdateCustomer.builder(CUSTOMER).name("Acme").build());
        ask(new GetCustomerById(CUSTOMER));
        ask(new GetCustomerStatistics(CUSTOMER));
        ask(new DetachCustomerPaymentMethod(CUSTOMER));
        ImportCustomer row = ImportCustomer.builder("cust-2").build();
        ask(row);
        ask(new ImportCustomerBulk(List.of(row), Optional.empty()));
        ask(new GetEntitlementsState(CustomerScope.of(CUSTOMER), Freshness.LATEST));
    }

    @SuppressWarnings("deprecation") // what is deprecated works until it is gone
    private void subscriptions() {
        PlanSelection basic = PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY);
        ask(ProvisionSubscription.of(CUSTOMER, basic.withSubscriptionId("sub-1")));
        ask(new GetSubscription("sub-1"));
        ask(GetSubscriptions.matching(SubscriptionFilter.all()));
        ask(GetActiveSubscriptions.of(CUSTOMER));
        ask(GetActiveSubscriptionsList.of(CUSTOMER));
        ask(EstimateSubscription.of(CUSTOMER, basic));
        ask(PreviewSubscription.of(CUSTOMER, basic));
        ask(EstimateSubscriptionUpdate.builder("sub-1")
                .addons(Map.of("addon-calls", 1))
                .build());
        ask(new PreviewNextInvoice("sub-1"));
        ask(UpdateSubscription.builder("sub-1").addon("addon-calls", 2).build());
        ask(UpdateSubscription.builder("sub-1")
                .addon("addon-calls", 1)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());
        ask(CancelSubscriptionUpdates.scheduled("sub-1"));
        ask(DelegateSubscriptionToCustomer.of("sub-1", "cust-2"));
        backend.publish(
                AcmeCatalog.create().plan("plan-basic").orElseThrow().toBuilder()
                        .grants("feature-domain")
                        .build(),
                Migration.NEW_CUSTOMERS);
        ask(MigrateSubscriptionToLatest.of("sub-1"));
        ask(CancelSubscription.builder("sub-1").immediately().build());
        ask(ApplySubscription.of(CUSTOMER, basic));
        ask(CreateSubscription.of(CUSTOMER, basic));
        PlanSelection site = PlanSelection.of("plan-site-starter").withSubscriptionId("sub-site");
        ask(ProvisionSubscription.of(CUSTOMER, site.forResource("site-1")));
        ask(TransferSubscriptionToResource.of("sub-site", "site-2"));
        ask(new TransferSubscription(CUSTOMER, "site-2", "site-3"));
        ask(new ImportSubscriptionsBulk(
                List.of(ImportSubscription.builder("cust-2", "plan-free").build()), Optional.empty()));
    }

    private void catalog() {
        ask(GetCoupons.first());
        ask(GetProducts.first());
        ask(GetPaywall.of("product-acme"));
    }

    private void promotions() {
        PromotionalGrant sso = PromotionalGrant.builder("feature-sso", PromotionalEntitlementPeriod.ONE_WEEK)
                .build();
        ask(GrantPromotionalEntitlements.of(CUSTOMER, sso));
        ask(new RevokePromotionalEntitlement(CUSTOMER, "feature-sso"));
        ask(GrantPromotionalEntitlementsGroup.of(CUSTOMER, "group-1", sso));
        ask(new RevokePromotionalEntitlementsGroup(CUSTOMER, "group-1"));
        ask(GrantPromotionalEntitlementsGroup.of(CUSTOMER, "group-2", sso));
        ask(new UnlinkPromotionalEntitlementsGroup(CUSTOMER, "group-2"));
    }

    private void credits() {
        GrantCredits grant = GrantCredits.builder(CUSTOMER, "cred-ai", "Welcome", CreditGrantType.PROMOTIONAL, 50)
                .build();
        CreditGrant granted = (CreditGrant) ask(grant);
        ask(new GetCreditBalance(CUSTOMER, Optional.empty(), Optional.empty()));
        ask(GetCreditGrants.of(CUSTOMER));
        ask(GetCreditLedger.of(CUSTOMER));
        ask(GetCreditUsage.builder(CUSTOMER).build());
        ConsumeCredits consumption = ConsumeCredits.of(CUSTOMER, "cred-ai", 1);
        ask(consumption);
        ask(new ConsumeCreditsAsync(List.of(consumption)));
        ask(new VoidCreditGrant(granted.grantId()));
        ask(SaveAutomaticRechargeConfiguration.builder(CUSTOMER, "cred-ai").build());
        ask(new GetAutomaticRechargeConfiguration(CUSTOMER, "cred-ai"));
    }

    @SuppressWarnings("deprecation") // what is deprecated works until it is gone
    private void usage() {
        ReportUsage report = ReportUsage.of(CUSTOMER, "feature-seats", 1);
        ask(report);
        ask(new ReportUsageBulk(List.of(report)));
        ask(new ReportEvent(
                List.of(UsageEvent.of(CUSTOMER, "user_login").at(YESTERDAY).withDimension("user_id", "u1"))));
        ask(EstimateEventCost.of(CUSTOMER, "tokens"));
        ask(EstimateUsageCost.of(CUSTOMER, "feature-ai-tokens", 1));
        ask(GetUsageHistoryV2.builder(CUSTOMER, "feature-seats", YESTERDAY).build());
        ask(GetUsageHistory.builder(CUSTOMER, "feature-seats", YESTERDAY).build());
    }
}
