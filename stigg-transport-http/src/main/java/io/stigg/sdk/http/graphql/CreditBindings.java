package io.stigg.sdk.http.graphql;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.GetAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.GetCreditBalance;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GetCreditUsage;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.SaveAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.VoidCreditGrant;
import java.util.stream.Stream;

/** The operations about credits. */
final class CreditBindings {
    private CreditBindings() {}

    static Stream<Binding> all() {
        return Stream.of(
                // Repeatable although they consume: the idempotency keys make Stigg count each consumption once.
                Binding.repeatable(ConsumeCredits.class, "consumeCredits"),
                Binding.repeatable(ConsumeCreditsAsync.class, "consumeCreditsAsync"),
                Binding.repeatable(GetCreditBalance.class, "creditBalanceSummary"),
                Binding.repeatable(GetCreditGrants.class, "creditGrants"),
                Binding.repeatable(GetCreditLedger.class, "creditsLedger"),
                Binding.repeatable(GetCreditUsage.class, "creditUsage"),
                Binding.once(GrantCredits.class, "createCreditGrant"),
                Binding.once(VoidCreditGrant.class, "voidCreditGrant"),
                Binding.repeatable(GetAutomaticRechargeConfiguration.class, "getAutoRechargeSettings"),
                Binding.repeatable(SaveAutomaticRechargeConfiguration.class, "saveAutoRechargeSettings"));
    }
}
