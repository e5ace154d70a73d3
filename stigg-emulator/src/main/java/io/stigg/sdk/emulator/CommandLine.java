package io.stigg.sdk.emulator;

import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. Immutable. No record, because it holds the key. */
final class CommandLine {
    static final String USAGE = """
            Usage: java -jar stigg-emulator.jar [--port <port>] [--api-key <key>] [--catalog <name>]

            Runs a local Stigg on 127.0.0.1 until it is stopped. It forgets everything at the end.

              --port <port>      where to listen, 4000 by default, 0 for any free port
              --api-key <key>    the API key that requests must carry; without one, every request is accepted
              --catalog <name>   what is sold; there is one catalogue so far, acme
              --help             prints this

            Clients find GraphQL over HTTP and over WebSocket at /graphql, and the edge below /v1.
            To see how they take it when updates fail, with the API key as header X-API-KEY:

              GET  /control/streams   counts the open WebSockets and tells what was set
              POST /control/streams   does one of
                {"action": "drop"}                                    cuts every WebSocket
                {"action": "close", "code": 1012, "reason": "bye"}    closes every WebSocket
                {"action": "send", "text": "no JSON"}                 sends any text
                {"action": "delay", "millis": 50}                     delays what is sent
                {"action": "silence"}                                 sends nothing and closes nothing
                {"action": "refuse", "code": 4401, "reason": "Invalid API key"}   refuses new WebSockets
                {"action": "withoutV2"}                               knows no subscriptions of version 2
                {"action": "behave"}                                  ends all of that
            """;

    private int port = 4000;
    private Optional<String> apiKey = Optional.empty();
    private Catalog catalog = AcmeCatalog.create();
    private boolean isHelp;

    private CommandLine() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one of them is wrong; the message names it
     */
    static CommandLine parse(List<String> arguments) {
        CommandLine commandLine = new CommandLine();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            commandLine.read(rest.next(), rest);
        }
        return commandLine;
    }

    private void read(String option, Iterator<String> rest) {
        switch (option) {
            case "--help", "-h" -> isHelp = true;
            case "--port" -> port = port(value(option, rest));
            case "--api-key" -> apiKey = Optional.of(value(option, rest));
            case "--catalog" -> catalog = catalog(value(option, rest));
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (value.isBlank() || value.startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return value;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Catalog catalog(String name) {
        if (!name.equals("acme")) {
            throw new IllegalArgumentException("--catalog must be acme, not " + name);
        }
        return AcmeCatalog.create();
    }

    boolean isHelp() {
        return isHelp;
    }

    int port() {
        return port;
    }

    Optional<String> apiKey() {
        return apiKey;
    }

    Catalog catalog() {
        return catalog;
    }
}
