package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An emulator that keeps its data")
class JournalTest {
    private static final String NOTHING = "{\"query\": \"{ __typename }\"}";

    @TempDir
    private Path directory;

    private String[] arguments = {};

    @BeforeEach
    void arguments() {
        arguments = new String[] {
            "--port", "0", "--data", directory.toString(), "--clock", "2025-01-15T10:00:00Z", "--catalog", "acme"
        };
    }

    /** Starts the emulator, does something with it and ends it. */
    private void run(BiConsumer<RawClient, StiggBackend> work) {
        CommandLine commandLine = CommandLine.parse(List.of(arguments));
        try (Journal journal = commandLine.journal()) {
            Optional<BackendSnapshot> past = commandLine.replay(journal);
            try (SdkClock clock = commandLine.clock(past)) {
                EmulatorOptions options = commandLine.options(clock, journal, past);
                try (StiggEmulator emulator = options.start()) {
                    work.accept(new RawClient(emulator.uri(), "any"), options.backend());
                }
            }
        }
    }

    private static String provision(String customerId) {
        return "{\"query\": \"mutation Make($id: String!) { provisionCustomer(input: {customerId: $id,"
                + " subscriptionParams: {planId: \\\"plan-pro\\\"}}) { customer { refId } } }\","
                + " \"variables\": {\"id\": \"" + customerId + "\"}}";
    }

    @Test
    @DisplayName("goes on where it ended, time and what happens by itself included")
    void goesOn() {
        run((client, backend) -> {
            client.post("/graphql", provision("cust-1"));
            client.post("/graphql", NOTHING);
            client.post(
                    "/control/usage",
                    "{\"customerId\": \"cust-1\", \"featureId\": \"feature-api-calls\", \"usage\": 40}");
            client.post("/control/clock", "{\"advance\": \"P15D\"}");
            client.post("/graphql", provision("cust-2"));
        });

        run((client, backend) -> {
            assertThat(client.get("/control/clock").text()).contains("2025-01-30T10:00:00");
            assertThat(backend.subscriptions("cust-1"))
                    .singleElement()
                    .satisfies(trial -> assertThat(trial.status().name()).isEqualTo("EXPIRED"));
            assertThat(backend.subscriptions("cust-2"))
                    .singleElement()
                    .satisfies(trial -> assertThat(trial.status().name()).isEqualTo("IN_TRIAL"));
        });
    }

    @Test
    @DisplayName("goes back to its beginning, not to its last start, and stays there")
    void reset() {
        run((client, backend) -> client.post("/graphql", provision("cust-1")));
        run((client, backend) -> {
            assertThat(backend.customer("cust-1")).isPresent();
            client.post("/control/snapshots", "{\"action\": \"reset\"}");
            assertThat(backend.customer("cust-1")).isEmpty();
        });

        run((client, backend) -> assertThat(backend.customer("cust-1")).isEmpty());
    }

    @Test
    @DisplayName("does without what was cut short when it was killed")
    void torn() throws IOException {
        run((client, backend) -> client.post("/graphql", provision("cust-1")));
        Files.writeString(directory.resolve("journal.jsonl"), "{\"at\": \"2025-01-15T", StandardOpenOption.APPEND);

        run((client, backend) -> client.post("/graphql", provision("cust-2")));

        run((client, backend) -> {
            assertThat(backend.customer("cust-1")).isPresent();
            assertThat(backend.customer("cust-2")).isPresent();
        });
    }

    @Test
    @DisplayName("shares its directory with no other, and not with another catalogue")
    void notShared() {
        Catalog acme = AcmeCatalog.create();
        Catalog other = Catalog.builder().build();

        try (Journal first = Journal.in(directory, acme)) {
            assertThat(first.keeps()).isTrue();
            assertThatThrownBy(() -> Journal.in(directory, acme))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another emulator uses")
                    .hasMessageContaining(directory.toString());
        }
        assertThatThrownBy(() -> Journal.in(directory, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> Journal.in(directory.resolve("catalog.json"), acme))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--data");
    }
}
