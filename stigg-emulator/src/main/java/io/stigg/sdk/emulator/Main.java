package io.stigg.sdk.emulator;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.BackendSnapshot;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The emulator as a program. */
final class Main {
    private Main() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @param out gets the one line that says that the emulator is ready
     * @param err gets the one line that says why it is not
     * @return the exit code: 2 for wrong arguments, 1 if the port is not to be had
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments);
            if (commandLine.isHelp()) {
                out.print(CommandLine.USAGE);
                return 0;
            }
            return serve(commandLine, out);
        } catch (IllegalArgumentException e) {
            err.println("stigg-emulator: " + e.getMessage() + "; --help shows what is possible");
            return 2;
        } catch (UncheckedIOException e) {
            err.println(
                    "stigg-emulator: " + e.getMessage() + "; --port chooses another port, --port 0 any that is free");
            return 1;
        }
    }

    private static int serve(CommandLine commandLine, PrintStream out) {
        // Takes as long as all the rest, which is done meanwhile.
        Thread schema = new Thread(SchemaWiring::engine, "stigg-emulator-schema");
        schema.setDaemon(true);
        schema.start();
        try (Journal journal = commandLine.journal()) {
            Optional<BackendSnapshot> past = commandLine.replay(journal);
            return serve(commandLine, journal, past, out);
        }
    }

    private static int serve(
            CommandLine commandLine, Journal journal, Optional<BackendSnapshot> past, PrintStream out) {
        try (SdkClock time = commandLine.clock(past);
                StiggEmulator emulator =
                        commandLine.options(time, journal, past).start()) {
            // So that whoever ends the process says goodbye to those who are connected.
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "stigg-emulator-goodbye"));
            out.println("Stigg emulator is ready at " + emulator.uri());
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
