package io.stigg.sdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a JVM takes from its start to the first answer of a check, and how many classes it loads, beside one that does nothing. */
public final class StartTimes {
    private static final int STARTS = 15;

    private StartTimes() {}

    private record Start(double millis, int classes) {}

    /**
     * Prints the medians of fifteen starts of each kind.
     *
     * @param arguments none
     * @throws IOException if a JVM cannot be started
     */
    public static void main(String... arguments) throws IOException {
        StiggBackend backend = StiggBackend.acme();
        try (var owner = backend.newClient()) {
            owner.customers()
                    .provision(ProvisionCustomer.of(StatedAnswer.CUSTOMER).subscribedTo(PlanSelection.of("plan-free")));
        }
        try (StiggEmulator emulator =
                StiggEmulator.serving(backend).apiKey(StatedAnswer.KEY).start()) {
            System.out.println("start of a JVM, to the first answer    median ms   best ms   classes");
            print("no client at all", median("nothing"));
            print("memory cache, Stigg in the process", median("memory"));
            print("memory cache, over HTTP", median(emulator.uri().toString()));
        }
    }

    private static void print(String what, List<Start> starts) {
        Start median = starts.get(starts.size() / 2);
        System.out.printf(
                Locale.ROOT, "%-38s %9.0f %9.0f %9d%n", what, median.millis, starts.get(0).millis, median.classes);
    }

    private static List<Start> median(String which) throws IOException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start(which));
        }
        starts.sort((a, b) -> Double.compare(a.millis, b.millis));
        return starts;
    }

    private static Start start(String which) throws IOException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstAnswer.class.getName(),
                        which)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = output.readLine();
            double millis = (System.nanoTime() - began) / 1e6;
            process.onExit().join();
            return new Start(millis, Integer.parseInt(line));
        }
    }
}
