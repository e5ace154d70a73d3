package io.stigg.sdk.emulator;

import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.util.UUID;

/** Makes the typed requests of GraphQL's inputs that are no records of their members. */
final class Requests {
    private Requests() {}

    static ReportUsage reportUsage(Input input) {
        return new ReportUsage(
                input.scope(),
                input.text("featureId"),
                input.optionalNumber("value").orElseThrow(),
                input.optionalText("updateBehavior")
                        .map(UpdateBehavior::valueOf)
                        .orElse(UpdateBehavior.DELTA),
                input.optionalInstant("createdAt"),
                input.json("dimensions"),
                input.optionalId("idempotencyKey")
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }
}
