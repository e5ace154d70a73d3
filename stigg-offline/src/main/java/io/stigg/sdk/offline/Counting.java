package io.stigg.sdk.offline;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.util.Optional;

/** What becomes of reported usage. Thread-safe. */
interface Counting {
    /** Tells what holds of a customer or resource now; empty where nothing is stated of anybody. */
    Optional<EntitlementSnapshot> of(CustomerScope scope);

    /** Acknowledges usage. */
    UsageAck count(ReportUsage report);

    /** Acknowledges consumed credits. */
    CreditConsumption count(ConsumeCredits consumption);
}
