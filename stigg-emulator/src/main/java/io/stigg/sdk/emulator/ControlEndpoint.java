package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.stigg.sdk.error.ErrorCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@link StreamControl} over HTTP. */
final class ControlEndpoint implements Endpoint {
    private final StreamControl streams;
    private final StreamFaults faults;

    ControlEndpoint(StreamControl streams, StreamFaults faults) {
        this.streams = streams;
        this.faults = faults;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (Origins.isForeign(call.header("Origin"), call.header("Host"))) {
            return refused(403, ErrorCode.ACCESS_DENIED_ERROR, "Web pages have no access");
        }
        try {
            if (call.method().equals("POST")) {
                act(Json.readObject(call.body()));
            }
            return completedFuture(Reply.of(200, state()));
        } catch (IllegalArgumentException e) {
            return refused(400, ErrorCode.BAD_USER_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private static CompletionStage<Reply> refused(int status, ErrorCode code, String message) {
        return completedFuture(Reply.error(status, code.wireName(), message));
    }

    private void act(Map<String, Object> json) {
        String action = text(json, "action");
        switch (action) {
            case "drop" -> streams.drop();
            case "close" -> streams.close(number(json, "code"), text(json, "reason"));
            case "send" -> streams.sendText(text(json, "text"));
            case "delay" -> streams.delay(Duration.ofMillis(number(json, "millis")));
            case "silence" -> streams.goSilent();
            case "refuse" -> streams.refuse(number(json, "code"), text(json, "reason"));
            case "withoutV2" -> streams.withoutV2();
            case "behave" -> streams.behave();
            default -> throw new IllegalArgumentException("There is no action " + action);
        }
    }

    private static String text(Map<String, Object> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " must be a string");
    }

    private static int number(Map<String, Object> json, String name) {
        if (json.get(name) instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " must be a whole number");
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("open", streams.open());
        state.put("opened", streams.opened());
        state.put("delayMillis", faults.delay().toMillis());
        state.put("silent", faults.isSilent());
        state.put("refusing", faults.refusal().isPresent());
        state.put("withoutV2", faults.isWithoutV2());
        return state;
    }
}
