package io.stigg.sdk.credit;

import io.stigg.sdk.StiggRequest;

/**
 * A request about credits. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface CreditRequest<R> extends StiggRequest<R>
        permits ConsumeCredits,
                ConsumeCreditsAsync,
                GetCreditBalance,
                GetCreditGrants,
                GetCreditLedger,
                GetCreditUsage,
                GrantCredits,
                VoidCreditGrant,
                GetAutomaticRechargeConfiguration,
                SaveAutomaticRechargeConfiguration {}
