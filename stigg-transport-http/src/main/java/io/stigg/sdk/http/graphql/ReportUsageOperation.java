package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.Optional;

/** Repeatable although it adds, because the report's idempotency key makes Stigg count it once. */
final class ReportUsageOperation extends Operation<UsageAck> {
    private static final Document DOCUMENT = Document.of("ReportUsage");

    private final ReportUsage request;

    ReportUsageOperation(ReportUsage request) {
        super(DOCUMENT);
        this.request = request;
    }

    @Override
    JsonObject variables() {
        Input input = new Input()
                .put("customerId", request.scope().customerId())
                .put("resourceId", request.scope().resourceId())
                .put("featureId", request.featureId())
                .put("value", request.value())
                .putEnum("updateBehavior", Optional.of(request.updateBehavior()))
                .putInstant("createdAt", request.createdAt())
                .putAll("dimensions", request.dimensions())
                .put("idempotencyKey", request.idempotencyKey());
        return new Input().put("input", input).toJson();
    }

    @Override
    public UsageAck read(JsonView data, Instant askedAt) {
        JsonView ack = data.at("reportUsage");
        return new UsageAck(
                ack.at("id").id(),
                new CustomerScope(
                        ack.at("customerId").id(), ack.at("resourceId").textIfAny()),
                ack.at("featureId").id(),
                ack.at("currentUsage").numberIfAny(),
                new UsagePeriod(
                        ack.at("usagePeriodStart").instantIfAny(),
                        ack.at("usagePeriodEnd").instantIfAny()),
                ack.at("timestamp").instantIfAny(),
                ack.at("credit").ifPresent(ReportUsageOperation::credit));
    }

    private static UsageAck.Credit credit(JsonView credit) {
        return new UsageAck.Credit(
                credit.at("currencyId").id(),
                credit.at("consumed").number(),
                credit.at("currentUsage").number(),
                credit.at("usagePeriodEnd").instantIfAny(),
                credit.at("timestamp").instantIfAny());
    }
}
