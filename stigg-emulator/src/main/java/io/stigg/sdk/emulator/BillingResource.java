package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;

/** Whether there is a billing system, and what it says of payments. */
final class BillingResource implements ControlResource {
    private final StiggBackend backend;

    BillingResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> state(), "POST", this::act);
    }

    private Map<String, Object> state() {
        return Map.of("connected", backend.isBillingConnected());
    }

    private Map<String, Object> act(ControlInput input) {
        input.allowOnly("action", "subscriptionId");
        switch (input.text("action")) {
            case "connect" -> backend.connectBilling();
            case "disconnect" -> backend.disconnectBilling();
            case "pay" -> settle(input.text("subscriptionId"), true);
            case "decline" -> settle(input.text("subscriptionId"), false);
            default ->
                throw new IllegalArgumentException(
                        "action must be connect, disconnect, pay or decline, not " + input.text("action"));
        }
        return Map.of("done", input.text("action"));
    }

    private void settle(String subscriptionId, boolean isPaid) {
        try {
            backend.settlePayment(subscriptionId, isPaid);
        } catch (IllegalStateException e) {
            throw Refusal.of(ErrorCode.INVALID_SUBSCRIPTION_STATUS, String.valueOf(e.getMessage()));
        }
    }
}
