package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;

/** Usage that is set past every rule about who may report it. */
final class UsageResource implements ControlResource {
    private final StiggBackend backend;

    UsageResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("POST", this::set);
    }

    private Map<String, Object> set(ControlInput input) {
        input.allowOnly("customerId", "resourceId", "featureId", "usage");
        CustomerScope scope = new CustomerScope(input.text("customerId"), input.optionalText("resourceId"));
        int usage = input.number("usage");
        backend.setUsage(scope, input.text("featureId"), usage);
        return Map.of("usage", usage);
    }
}
