package io.stigg.sdk.emulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link StreamControl} over HTTP. */
final class StreamsResource implements ControlResource {
    private final StreamControl streams;
    private final StreamFaults faults;
    private final Sockets sockets;

    StreamsResource(StreamControl streams, StreamFaults faults, Sockets sockets) {
        this.streams = streams;
        this.faults = faults;
        this.sockets = sockets;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> state(), "POST", this::act);
    }

    private Map<String, Object> act(ControlInput input) {
        String action = input.text("action");
        switch (action) {
            case "drop" -> streams.drop();
            case "close" -> streams.close(input.number("code"), input.text("reason"));
            case "send" -> streams.sendText(input.text("text"));
            case "delay" -> streams.delay(Duration.ofMillis(input.number("millis")));
            case "silence" -> streams.goSilent();
            case "refuse" -> streams.refuse(input.number("code"), input.text("reason"));
            case "withoutV2" -> streams.withoutV2();
            case "behave" -> streams.behave();
            default -> throw new IllegalArgumentException("There is no action " + action);
        }
        return state();
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("open", streams.open());
        state.put("opened", streams.opened());
        state.put("delayMillis", faults.delay().toMillis());
        state.put("silent", faults.isSilent());
        state.put("refusing", faults.refusal().isPresent());
        state.put("withoutV2", faults.isWithoutV2());
        state.put(
                "sockets",
                sockets.listening().stream().map(StreamsResource::entry).toList());
        return state;
    }

    private static Map<String, Object> entry(Listening listening) {
        return new Fields()
                .with("client", listening.client())
                .with("clientVersion", listening.clientVersion())
                .with("operations", listening.operations())
                .toMap();
    }
}
