package io.stigg.sdk.emulator;

import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes acknowledgements of usage in the words of Stigg's schema. */
final class UsageJson {
    private UsageJson() {}

    static Map<String, Object> measurement(UsageAck ack) {
        return new Fields()
                .with("id", ack.measurementId())
                .with("customerId", ack.scope().customerId())
                .with("resourceId", ack.scope().resourceId())
                .with("featureId", ack.featureId())
                .with(
                        "currentUsage",
                        ack.currentUsage().isPresent()
                                ? Optional.of(ack.currentUsage().getAsDouble())
                                : Optional.empty())
                .with("usagePeriodStart", ack.usagePeriod().start())
                .with("usagePeriodEnd", ack.usagePeriod().end())
                .with("nextResetDate", ack.usagePeriod().end())
                .with("timestamp", ack.timestamp())
                .with("credit", ack.credit().map(credit -> credit(credit, ack.timestamp())))
                .toMap();
    }

    private static Map<String, Object> credit(UsageAck.Credit credit, Optional<Instant> timestamp) {
        return new Fields()
                .with("currencyId", credit.currencyId())
                .with("consumed", credit.consumed())
                .with("currentUsage", credit.currentUsage())
                .with("usagePeriodEnd", credit.usagePeriodEnd())
                .with("timestamp", credit.timestamp().or(() -> timestamp))
                .toMap();
    }
}
