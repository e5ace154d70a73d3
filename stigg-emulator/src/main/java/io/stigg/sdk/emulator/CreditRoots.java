package io.stigg.sdk.emulator;

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

/** The roots about credits. */
final class CreditRoots {
    private CreditRoots() {}

    static Stream<Root> all() {
        return Stream.of(
                Root.query("creditBalanceSummary", GetCreditBalance.class),
                Root.query("creditGrants", GetCreditGrants.class),
                Root.query("creditsLedger", GetCreditLedger.class),
                Root.query("creditUsage", GetCreditUsage.class),
                Root.mutation("consumeCredits", ConsumeCredits.class),
                Root.mutation("consumeCreditsAsync", ConsumeCreditsAsync.class),
                Root.mutation("createCreditGrant", GrantCredits.class),
                Root.mutation("voidCreditGrant", VoidCreditGrant.class),
                Root.query("getAutoRechargeSettings", GetAutomaticRechargeConfiguration.class),
                Root.mutation("saveAutoRechargeSettings", SaveAutomaticRechargeConfiguration.class));
    }
}
