package io.stigg.sdk.offline;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Acknowledges usage and forgets it; does not say how much has been used by now. Source: the offline mode of the Node server
 * SDK, which makes up the ids of measurements.
 */
final class CountsNothing implements Counting {
    private final Present present;
    private final SdkClock clock;

    @Inject
    CountsNothing(Present present, SdkClock clock) {
        this.present = present;
        this.clock = clock;
    }

    @Override
    public Optional<EntitlementSnapshot> of(CustomerScope scope) {
        return present.of(scope);
    }

    @Override
    public UsageAck count(ReportUsage report) {
        return new UsageAck(
                UUID.randomUUID().toString(),
                report.scope(),
                report.featureId(),
                OptionalDouble.empty(),
                UsagePeriod.none(),
                Optional.of(clock.now()),
                Optional.empty());
    }

    @Override
    public CreditConsumption count(ConsumeCredits consumption) {
        return new CreditConsumption(
                consumption.scope(), consumption.currencyId(), consumption.amount(), clock.now(), Optional.empty());
    }
}
