package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.emulator.RawClient.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    @Test
    @DisplayName("prints one ready line and nothing else, serves both forms, and ends at once when it is told to")
    void runs() throws IOException, InterruptedException {
        Path errors = directory.resolve("stderr");
        Process process = start(errors, "--port", "0", "--api-key", "key", "--catalog", "acme");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = requireNonNull(out.readLine());
            assertThat(line).startsWith("Stigg emulator is ready at http://127.0.0.1:");
            RawClient client = new RawClient(URI.create(line.substring(line.indexOf("http"))), "key");

            Answer made = client.query(
                    "mutation { provisionCustomer(input: {customerId: \"cust-1\", subscriptionParams: {planId: \"plan-free\"}}) { subscriptionDecisionStrategy } }");
            Answer edge = client.get("/v1/c/cust-1/entitlements-state.json");
            long start = System.nanoTime();
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(made.at("data", "provisionCustomer", "subscriptionDecisionStrategy"))
                    .isEqualTo("REQUESTED_PLAN");
            assertThat(edge.text()).contains("\"refId\":\"feature-api-calls\"");
            assertThat(out.readLine()).isNull();
            // JDK 24 and newer warn of what Undertow's threads do; that line is the JVM's own.
            assertThat(Files.readAllLines(errors))
                    .filteredOn(said -> !said.startsWith("WARNING: "))
                    .isEmpty();
        } finally {
            process.destroyForcibly();
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
