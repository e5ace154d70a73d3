package io.stigg.sdk.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@link HttpFaults} over HTTP. */
final class FaultsResource implements ControlResource {
    private final HttpFaults faults;

    FaultsResource(HttpFaults faults) {
        this.faults = faults;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> state(), "POST", this::act);
    }

    private Map<String, Object> act(ControlInput input) {
        input.allowOnly("action", "status", "millis", "times", "only");
        if (input.text("action").equals("behave")) {
            faults.behave();
        } else {
            faults.add(fault(input));
        }
        return state();
    }

    private static HttpFault fault(ControlInput input) {
        HttpFault fault = lasting(input);
        fault = input.optionalNumber("times").map(fault::times).orElse(fault);
        return input.optionalText("only").map(fault::only).orElse(fault);
    }

    private static HttpFault lasting(ControlInput input) {
        String action = input.text("action");
        return switch (action) {
            case "refuse" -> HttpFault.refuse();
            case "status" -> HttpFault.status(input.number("status"));
            case "delay" -> HttpFault.delay(Duration.ofMillis(input.number("millis")));
            case "malformed" -> HttpFault.malformed();
            case "loseAnswer" -> HttpFault.loseAnswer();
            default -> throw new IllegalArgumentException("There is no action " + action);
        };
    }

    private Map<String, Object> state() {
        List<Map<String, Object>> pending =
                faults.pending().stream().map(FaultsResource::entry).toList();
        return Map.of("faults", pending);
    }

    private static Map<String, Object> entry(HttpFault fault) {
        Fields entry = new Fields().with("action", fault.kind().wireName());
        if (fault.kind() == HttpFault.Kind.STATUS) {
            entry.with("status", fault.status());
        } else if (fault.kind() == HttpFault.Kind.DELAY) {
            entry.with("millis", fault.delay().toMillis());
        }
        fault.times().ifPresent(times -> entry.with("times", times));
        return entry.with("only", fault.only()).toMap();
    }
}
