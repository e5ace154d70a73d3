package io.stigg.sdk;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A view of a client that never blocks its caller. Thread-safe.
 *
 * <p>Each method means what the method of the same name in {@link Stigg} means. Checks complete within the check timeout
 * and never fail. Stages complete on threads of the client's own; do not block in what you attach to them. What you do to
 * a future, cancelling it included, affects nobody else.
 */
public interface AsyncStigg {
    /**
     * Checks whether a feature is on.
     *
     * @param query the customer and the feature
     * @return the answer to come
     */
    CompletableFuture<BooleanEntitlement> getBooleanEntitlement(BooleanQuery query);

    /**
     * Reads a numeric configuration.
     *
     * @param query the customer and the feature
     * @return the answer to come
     */
    CompletableFuture<NumericEntitlement> getNumericEntitlement(NumericQuery query);

    /**
     * Checks usage against its limit.
     *
     * @param query the customer, the feature, and how much more is wanted
     * @return the answer to come
     */
    CompletableFuture<MeteredEntitlement> getMeteredEntitlement(MeteredQuery query);

    /**
     * Reads the allowed values of a feature.
     *
     * @param query the customer, the feature, and the values that must be allowed
     * @return the answer to come
     */
    CompletableFuture<EnumEntitlement> getEnumEntitlement(EnumQuery query);

    /**
     * Checks a wallet of credits.
     *
     * @param query the customer, the currency, and how many more credits are wanted
     * @return the answer to come
     */
    CompletableFuture<CreditEntitlement> getCreditEntitlement(CreditQuery query);

    /**
     * Checks a feature of whatever type, or credits.
     *
     * @param query the question
     * @return the answer to come
     */
    CompletableFuture<Entitlement> getEntitlement(EntitlementQuery query);

    /**
     * Lists all entitlements and tells why there are none.
     *
     * @param scope the customer, or a resource of it
     * @return the answer to come
     */
    CompletableFuture<EntitlementsState> getEntitlementsState(CustomerScope scope);

    /**
     * Asks Stigg for the latest entitlements and remembers them.
     *
     * @param scope the customer, or a resource of it
     * @return the answer to come, failed if Stigg cannot be asked
     */
    CompletableFuture<EntitlementsState> reloadEntitlements(CustomerScope scope);

    /**
     * Reports usage of a metered feature.
     *
     * @param report the usage
     * @return Stigg's acknowledgement to come, failed if there is none
     */
    CompletableFuture<UsageAck> reportUsage(ReportUsage report);

    /**
     * Reports usage of metered features, any number of reports.
     *
     * @param reports the usage
     * @return Stigg's acknowledgements to come, failed if not all reports were accepted
     */
    CompletableFuture<List<UsageAck>> reportUsageBulk(Collection<ReportUsage> reports);

    /**
     * Reports events, any number.
     *
     * @param events the events; those without a time happen now
     * @return done when Stigg has accepted them, failed if not all were accepted
     */
    CompletableFuture<Void> reportEvent(Collection<UsageEvent> events);

    /**
     * Consumes credits.
     *
     * @param consumption what is consumed
     * @return Stigg's acknowledgement to come, failed if there is none
     */
    CompletableFuture<CreditConsumption> consumeCredits(ConsumeCredits consumption);

    /**
     * Consumes credits, any number of times, without waiting for Stigg to count it.
     *
     * @param consumptions what is consumed
     * @return done when Stigg has accepted that, failed if not everything was accepted
     */
    CompletableFuture<Void> consumeCreditsAsync(Collection<ConsumeCredits> consumptions);
}
