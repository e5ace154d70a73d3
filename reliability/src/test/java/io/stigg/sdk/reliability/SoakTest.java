package io.stigg.sdk.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In short what {@code reliability/run} is at length, but for what grows: one storm cannot tell. */
@DisplayName("Clients among faults")
class SoakTest {
    @Test
    @Timeout(300)
    @DisplayName(
            "grant nothing that Stigg did not, are never wrong for too long, have all usage counted once, and heal")
    void soak() throws IOException {
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        SoakOptions options =
                new SoakOptions(Duration.ofSeconds(12), Duration.ofSeconds(6), System.nanoTime(), Optional.empty());

        SoakReport report = Soak.run(options, new PrintStream(progress, true));

        assertThat(report.violations()).as("%s%n%s", progress, report).isEmpty();
        assertThat(report.rounds()).isNotEmpty();
        assertThat(report.checks()).isGreaterThan(1_000);
        assertThat(report.grants()).isPositive();
        assertThat(report.answers().get(AnswerBasis.STALE)).isPositive();
        assertThat(report.usage()).isPositive();
        assertThat(report.faults()).satisfies(faults -> {
            assertThat(faults.get("crashes of Stigg")).isPositive();
            assertThat(faults.get("crashes of Redis")).isPositive();
        });
    }

    @Test
    @DisplayName("are let live for as long as one says")
    void options() {
        SoakOptions options = SoakOptions.parse(List.of("--minutes", "0.5", "--seed", "7", "--table", "soak.csv"));

        assertThat(options.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.table())
                .hasValueSatisfying(table -> assertThat(table).hasFileName("soak.csv"));
    }
}
