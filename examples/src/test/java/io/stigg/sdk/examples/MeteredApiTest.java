package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The example of a metered API")
class MeteredApiTest {
    @Test
    @DisplayName("answers a customer's requests up to its limit, and delivers an event for each")
    void story(@TempDir Path directory) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        MeteredApi.run(new PrintStream(out, true, StandardCharsets.UTF_8), directory);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.startsWith("Request"))
                .hasSize(6)
                .satisfies(lines -> assertThat(lines.subList(0, 5)).allMatch(line -> line.contains(": 200 ")))
                .last()
                .asString()
                .contains(": 429 ", "REQUESTED_USAGE_EXCEEDING_LIMIT");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Published 5 events, delivered 5.");
    }
}
