package io.stigg.sdk.emulator;

import static io.stigg.sdk.emulator.Soon.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.CatalogJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The emulator as a program")
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    @DisplayName("prints one line when it is ready, serves, and ends when it is told to")
    void serves() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                    () -> run("--port", "0", "--api-key", "key", "--catalog", "acme"), pool);
            soon().until(() -> out.toString(UTF_8).endsWith(System.lineSeparator()));

            String line = out.toString(UTF_8).strip();
            URI uri = URI.create(line.replace("Stigg emulator is ready at ", ""));
            assertThat(line).matches("Stigg emulator is ready at http://127\\.0\\.0\\.1:\\d+");
            assertThat(new RawClient(uri, "key")
                            .get("/v1/c/nobody/entitlements-state.json")
                            .text())
                    .contains("CustomerNotFound");

            pool.shutdownNow();
            assertThat(code.join()).isZero();
            assertThat(err.toString(UTF_8)).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("explains itself")
    void explains() {
        int code = run("--help");

        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo(CommandLine.USAGE)
                .contains("--catalog", "--clock", "/control/clock", "/control/streams", "\"withoutV2\"");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("sells what a file says, and says where in it something is wrong")
    void catalogFile(@TempDir Path directory) throws IOException {
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"), "{\"plans\": {\"plan-a\": {\"in\": \"product-none\"}}}");
        Path right = Files.writeString(directory.resolve("right.json"), CatalogJson.write(AcmeCatalog.create()));

        int code = run("--catalog", wrong.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("wrong.json", "plans.plan-a", "free, paid and custom");
        assertThat(CommandLine.parse(List.of("--catalog", right.toString()))
                        .options(FakeClock.at(Instant.EPOCH), Journal.none(), Optional.empty())
                        .backend()
                        .catalog())
                .isEqualTo(AcmeCatalog.create());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--port               | --port needs a value",
                "--port --help        | --port needs a value",
                "--port http          | --port must be a number from 0 to 65535, not http",
                "--port 65536         | --port must be a number from 0 to 65535, not 65536",
                "--port -1            | --port must be a number from 0 to 65535, not -1",
                "--api-key            | --api-key needs a value",
                "--catalog other      | --catalog must be acme or a file, and there is no file other",
                "--catalog .          | --catalog: . cannot be read: Is a directory",
                "--clock              | --clock needs a value",
                "--clock tomorrow     | --clock must be an instant such as 2025-01-15T10:00:00Z, not tomorrow",
                "--clock 2025-02-30T00:00:00Z | --clock must be an instant such as 2025-01-15T10:00:00Z, not 2025-02-30T00:00:00Z",
                "--host               | --host needs a value",
                "--host no.such.host.invalid | host must be an address of this machine, not no.such.host.invalid",
                "--rate-limits 5      | unknown option 5",
                "--verbose            | unknown option --verbose",
                "4000                 | unknown option 4000",
            })
    @DisplayName("says what is wrong with its arguments in one line")
    void wrongArguments(String arguments, String message) {
        int code = run(arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8))
                .isEqualTo("stigg-emulator: " + message + "; --help shows what is possible" + System.lineSeparator());
    }

    @Test
    @DisplayName("says that its port is taken")
    void portTaken() {
        try (StiggEmulator other = StiggEmulator.serving(StiggBackend.acme()).start()) {
            int port = other.uri().getPort();

            int code = run("--port", String.valueOf(port));

            assertThat(code).isEqualTo(1);
            assertThat(out.toString(UTF_8)).isEmpty();
            assertThat(err.toString(UTF_8))
                    .startsWith("stigg-emulator: cannot listen on 127.0.0.1:" + port + ": ")
                    .endsWith("; --port chooses another port, --port 0 any that is free" + System.lineSeparator())
                    .hasLineCount(1);
        }
    }
}
