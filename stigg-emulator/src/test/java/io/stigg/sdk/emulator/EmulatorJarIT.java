package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.stigg.sdk.emulator.RawClient.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar")
@Timeout(60)
class EmulatorJarIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Process start(Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                requireNonNull(System.getProperty("emulator.jar"))));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private static URI readyAt(BufferedReader out) throws IOException {
        String line = requireNonNull(out.readLine());
        assertThat(line).startsWith("Stigg emulator is ready at http://127.0.0.1:");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private static BufferedReader out(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** What the program said of itself; JDK 24 and newer warn of what Undertow's threads do, which is the JVM's own line. */
    private static List<String> said(Path errors) throws IOException {
        return Files.readAllLines(errors).stream()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
    }

    @Test
    @DisplayName(
            "prints one ready line and nothing else, serves, says goodbye when it is told to end, and ends at once")
    void runs() throws IOException, InterruptedException {
        Path errors = directory.resolve("stderr");
        Process process = start(errors, "--port", "0", "--api-key", "key", "--catalog", "acme");
        try (BufferedReader out = out(process)) {
            URI uri = readyAt(out);
            RawClient client = new RawClient(uri, "key");
            RawSocket socket = RawSocket.open(uri, "key");

            Answer health = client.get("/health");
            Answer made = client.query(
                    "mutation { provisionCustomer(input: {customerId: \"cust-1\", subscriptionParams: {planId: \"plan-free\"}}) { subscriptionDecisionStrategy } }");
            Answer edge = client.get("/v1/c/cust-1/entitlements-state.json");
            Answer page = client.get("/");
            Answer library = client.get("/console/preact.js");
            long start = System.nanoTime();
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            // Of a process that was ended by SIGTERM; other systems know no such signal.
            assertThat(process.exitValue()).isIn(0, 1, 143);
            assertThat(health.status()).isEqualTo(200);
            assertThat(made.at("data", "provisionCustomer", "subscriptionDecisionStrategy"))
                    .isEqualTo("REQUESTED_PLAN");
            assertThat(edge.text()).contains("\"refId\":\"feature-api-calls\"");
            assertThat(page.text()).contains("/console/app.js");
            assertThat(library.text()).contains("html");
            assertThat(socket.end()).isEqualTo("1001 The emulator is closing");
            assertThat(out.readLine()).isNull();
            assertThat(said(errors)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("stands still in time where it is given one, until the control moves it")
    void standsStill() throws IOException {
        Process process =
                start(directory.resolve("stderr"), "--port", "0", "--clock", "2025-01-15T10:00:00Z", "--rate-limits");
        try (BufferedReader out = out(process)) {
            RawClient client = new RawClient(readyAt(out), "any");

            Answer before = client.get("/control/clock");
            client.post("/control/clock", "{\"advance\": \"P1D\"}");

            assertThat(before.json()).containsEntry("now", "2025-01-15T10:00:00.000Z");
            assertThat(client.get("/control/clock").json()).containsEntry("now", "2025-01-16T10:00:00.000Z");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("is ready within two seconds, at the best of three starts, and later on a busy machine")
    void startsFast() throws IOException {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Process process = start(directory.resolve("stderr"), "--port", "0");
            try (BufferedReader out = out(process)) {
                readyAt(out);
                durations.add(Duration.ofNanos(System.nanoTime() - start));
            } finally {
                process.destroyForcibly();
            }
        }

        assertThat(Collections.min(durations)).isLessThan(Duration.ofMillis((long) (2000 * busyness())));
    }

    /** How many times longer things take because of what else this machine does. */
    private static double busyness() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return Math.max(1, (system.getSystemLoadAverage() + 1) / system.getAvailableProcessors());
    }

    @Test
    @DisplayName("ends with code 1 and one line for a port that is taken")
    void portTaken() throws IOException, InterruptedException {
        Path errors = directory.resolve("stderr");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(errors, "--port", String.valueOf(taken.getLocalPort()));
            try {
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

                assertThat(process.exitValue()).isEqualTo(1);
                assertThat(said(errors))
                        .singleElement(STRING)
                        .startsWith("stigg-emulator: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                        .contains("--port 0");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    @DisplayName("ends with code 2 and one line for wrong arguments")
    void refuses() throws IOException, InterruptedException {
        Path errors = directory.resolve("stderr");
        Process process = start(errors, "--catalog", "other");
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
            assertThat(Files.readString(errors))
                    .startsWith("stigg-emulator: --catalog must be acme")
                    .hasLineCount(1);
        } finally {
            process.destroyForcibly();
        }
    }
}
