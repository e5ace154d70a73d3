package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.testkit.Checkout;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;

/** The pages on which customers are to pay. */
final class CheckoutsResource implements ControlResource {
    private final StiggBackend backend;

    CheckoutsResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> list(), "POST", this::act);
    }

    private Map<String, Object> list() {
        return Map.of(
                "checkouts",
                backend.checkouts().stream().map(CheckoutsResource::json).toList());
    }

    private Map<String, Object> act(ControlInput input) {
        input.allowOnly("action", "id");
        String action = input.text("action");
        String id = input.text("id");
        try {
            return json(
                    switch (action) {
                        case "complete" -> backend.completeCheckout(id);
                        case "fail" -> backend.failCheckout(id);
                        case "expire" -> backend.expireCheckout(id);
                        default ->
                            throw new IllegalArgumentException(
                                    "action must be complete, fail or expire, not " + action);
                    });
        } catch (IllegalStateException e) {
            throw Refusal.of(ErrorCode.CHECKOUT_IS_NOT_SUPPORTED, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> json(Checkout checkout) {
        return Map.of(
                "id", checkout.id(),
                "url", checkout.url(),
                "customerId", checkout.customerId(),
                "planId", checkout.planId(),
                "status", checkout.status().name());
    }
}
