package io.stigg.sdk.emulator;

import java.util.Map;

/** What was asked and how it was answered, over HTTP. */
final class ExchangesResource implements ControlResource {
    private final ExchangeLog log;

    ExchangesResource(ExchangeLog log) {
        this.log = log;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", this::list, "DELETE", this::clear);
    }

    private Map<String, Object> list(ControlInput input) {
        return Map.of(
                "exchanges",
                input.latestOf(log.latest()).map(ExchangesResource::entry).toList());
    }

    private Map<String, Object> clear(ControlInput input) {
        log.clear();
        return list(input);
    }

    private static Map<String, Object> entry(Exchange exchange) {
        return new Fields()
                .with("number", exchange.number())
                .with("at", exchange.at())
                .with("method", exchange.method())
                .with("path", exchange.path())
                .with("operation", exchange.operation())
                .with("client", exchange.client())
                .with("clientVersion", exchange.clientVersion())
                .with("micros", exchange.micros())
                .with("status", exchange.status())
                .with("error", exchange.error())
                .toMap();
    }
}
