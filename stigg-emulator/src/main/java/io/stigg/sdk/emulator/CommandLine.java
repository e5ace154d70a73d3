package io.stigg.sdk.emulator;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the command line asks for. Not thread-safe. No record, because it holds the key. */
final class CommandLine {
    private static final int DEFAULT_PORT = 4000;

    static final String USAGE = """
            Usage: java -jar stigg-emulator.jar [options]

            Runs a local Stigg on 127.0.0.1 until it is stopped.

              --port <port>            where to listen, 4000 by default, 0 for any free port
              --host <address>         the address to listen at, 127.0.0.1 by default, 0.0.0.0 for all of this machine's
              --api-key <key>          the API key that requests must carry; without one, every request is accepted
              --catalog <what>         what is sold: acme, which is the default, or the name of a file in JSON
              --data <directory>       keeps what is changed there, and goes on with it at the next start with the same
                                       catalogue; by default it is forgotten
              --clock <instant>        the time, such as 2025-01-15T10:00:00Z, which stands still until /control/clock
                                       moves it; by default the time is that of this machine
              --rate-limits            refuses what is more than Stigg's documented rate limits, which it does not by default
              --allow-remote-control   lets other machines use /control and the console as well
              --help                   prints this

            People find a console at /, which shows what each customer may do and why, and lets them try it. Clients find
            GraphQL over HTTP and over WebSocket at /graphql, and the edge below /v1. GET /health tells that all is well. What tests need beside it, in JSON and with the API key as header X-API-KEY:

              GET, POST    /control/clock      tells the time; {"advance": "PT1H"} or
                                               {"advanceTo": "2025-02-01T00:00:00Z"} moves it on
              GET, DELETE  /control/requests   lists what was received, ?limit=n the latest of it; forgets it
              GET, DELETE  /control/pushes     lists what was told of changes, ?limit=n the latest of it; forgets it
              GET, POST    /control/faults     has requests fail:
                {"action": "refuse"}                                  cuts the connection and does nothing
                {"action": "status", "status": 503}                   answers with an error, and does nothing
                {"action": "delay", "millis": 500}                    answers late
                {"action": "malformed"}                               answers what is no JSON
                {"action": "loseAnswer"}                              does what is asked, and cuts the connection
                with "times": n for the next n requests, and "only": "edge", "graphql", or an operation's name
                {"action": "behave"}                                  ends all of that
              GET, POST    /control/snapshots  {"action": "take", "name": "a"}, {"action": "restore", "name": "a"},
                                               {"action": "reset"} goes back to the beginning
              GET          /control/customers  lists customers, ?search=text those with it in id, name or e-mail
              GET          /control/explanations  ?customer=c tells what a customer may do and why; &resource=r, &feature=f,
                                               &currency=m, &usage=5, &values=a,b ask for less
              POST         /control/query      {"query": "...", "variables": {}} asks GraphQL past faults, limits and logs
              GET, DELETE  /control/exchanges  lists what was asked and how it was answered, ?limit=n the latest; forgets it
              GET          /control/live       tells by server-sent events that there is something new
              GET, POST    /control/billing    {"action": "connect"} or "disconnect"; {"action": "pay", "subscriptionId": "s"}
                                               or "decline" for a subscription that waits for its payment
              GET, POST    /control/checkouts  {"action": "complete", "id": "checkout-1"}, or "fail", or "expire"
              POST         /control/usage      {"customerId": "c", "featureId": "f", "usage": 40} sets it
              GET, POST    /control/streams    counts WebSockets, and has them fail:
                {"action": "drop"}                                    cuts every WebSocket
                {"action": "close", "code": 1012, "reason": "bye"}    closes every WebSocket
                {"action": "send", "text": "no JSON"}                 sends any text
                {"action": "delay", "millis": 50}                     delays what is sent
                {"action": "silence"}                                 sends nothing and closes nothing
                {"action": "refuse", "code": 4401, "reason": "Invalid API key"}   refuses new WebSockets
                {"action": "withoutV2"}                               knows no subscriptions of version 2
                {"action": "behave"}                                  ends all of that
            """;

    private final List<UnaryOperator<EmulatorOptions>> settings = new ArrayList<>();
    private Catalog catalog = AcmeCatalog.create();
    private Optional<Instant> start = Optional.empty();
    private Optional<Path> data = Optional.empty();
    private boolean isHelp;

    private CommandLine() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one of them is wrong; the message names it
     */
    static CommandLine parse(List<String> arguments) {
        CommandLine commandLine = new CommandLine();
        commandLine.settings.add(options -> options.port(DEFAULT_PORT));
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            commandLine.read(rest.next(), rest);
        }
        return commandLine;
    }

    private void read(String option, Iterator<String> rest) {
        switch (option) {
            case "--help", "-h" -> isHelp = true;
            case "--rate-limits" -> settings.add(options -> options.rateLimits(RateLimits.documented()));
            case "--allow-remote-control" -> settings.add(EmulatorOptions::allowRemoteControl);
            case "--port", "--host", "--api-key", "--catalog", "--clock", "--data" -> read(option, value(option, rest));
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    private void read(String option, String value) {
        switch (option) {
            case "--port" -> {
                int port = port(value);
                settings.add(options -> options.port(port));
            }
            case "--host" -> settings.add(options -> options.host(value));
            case "--api-key" -> settings.add(options -> options.apiKey(value));
            case "--clock" -> start = Optional.of(instant(value));
            case "--data" -> data = Optional.of(Path.of(value));
            default -> catalog = catalog(value);
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

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--clock must be an instant such as 2025-01-15T10:00:00Z, not " + text, e);
        }
    }

    private static Catalog catalog(String what) {
        if (what.equals("acme")) {
            return AcmeCatalog.create();
        }
        try {
            return CatalogJson.read(Files.readString(Path.of(what)));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("--catalog must be acme or a file, and there is no file " + what, e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("--catalog: " + what + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--catalog: " + what + ": " + e.getMessage(), e);
        }
    }

    boolean isHelp() {
        return isHelp;
    }

    /** Opens the journal of the directory that the command line names. */
    Journal journal() {
        return data.map(directory -> Journal.in(directory, catalog)).orElseGet(Journal::none);
    }

    /** Makes again what a journal tells. */
    Optional<BackendSnapshot> replay(Journal journal) {
        return Replay.of(journal, catalog);
    }

    /** Makes the clock, which stands still if the command line says what time it is, no earlier than something was done. */
    SdkClock clock(Optional<BackendSnapshot> past) {
        return start.<SdkClock>map(instant -> FakeClock.at(past.map(BackendSnapshot::takenAt)
                        .filter(instant::isBefore)
                        .orElse(instant)))
                .orElseGet(SdkClock::system);
    }

    /** Tells how to run the emulator, with a backend that goes by a clock and goes on with a past. */
    EmulatorOptions options(SdkClock clock, Journal journal, Optional<BackendSnapshot> past) {
        StiggBackend backend = StiggBackend.of(catalog, clock);
        EmulatorOptions options = StiggEmulator.serving(backend).journal(journal, backend.snapshot());
        past.ifPresent(backend::restore);
        for (UnaryOperator<EmulatorOptions> setting : settings) {
            options = setting.apply(options);
        }
        return options;
    }
}
