package io.stigg.sdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggTransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Reads what the tests of the modules before this one have left in this build: what was logged and printed, in Surefire's reports, and
 * the text of every exception that the SDK has made, swallowed ones included, in the recordings of {@code .mvn/exceptions.jfc}. What
 * libraries say to the SDK of a hostile server that repeats the key is for it to swallow: {@code KeySecrecyTest} sees to that.
 */
@DisplayName("The keys and passwords of the tests")
class SecretsTest {
    /** What clients and servers in tests have for a secret. */
    private static final List<String> SECRETS = List.of(
            "server-5ecret-0f-acme",
            "s3cret-Passw0rd",
            "secret-key",
            "server-key",
            "delivery-key",
            "quickstart-key",
            "lifecycle-key",
            "live-updates-key",
            "metered-api-key",
            "shared-cache-key",
            "reliability-key",
            "benchmark-key");

    /** Those in whose tests there is a secret. */
    private static final List<String> MODULES = List.of(
            "stigg-core",
            "stigg-transport-http",
            "stigg-cache-redis",
            "stigg-emulator",
            "stigg-offline",
            "examples",
            "reliability");

    private static Path target(String module) {
        return Path.of("..", module, "target");
    }

    private static List<String> secretsIn(String text) {
        return SECRETS.stream()
                .filter(text::contains)
                .map(secret -> secret + " in: " + text)
                .toList();
    }

    private static List<String> secretsIn(Path recording) throws IOException {
        List<String> found = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                message(event)
                        .map(SecretsTest::secretsIn)
                        .filter(secrets -> isOurs(event))
                        .ifPresent(found::addAll);
            }
        }
        return found;
    }

    /** Tells whether a class of the SDK, and none of a test, has made an exception. */
    private static boolean isOurs(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace != null
                && trace.getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .filter(method -> !method.getName().equals("<init>"))
                        .findFirst()
                        .filter(method -> isOfSdk(method.getType().getName()))
                        .isPresent();
    }

    private static boolean isOfSdk(String type) {
        String file = type.replace('.', '/') + ".class";
        return type.startsWith("io.stigg.sdk.")
                && MODULES.stream()
                        .anyMatch(module ->
                                Files.exists(target(module).resolve("classes").resolve(file)));
    }

    private static Optional<String> message(RecordedEvent event) {
        return event.hasField("message") ? Optional.ofNullable(event.getString("message")) : Optional.empty();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    @DisplayName("are in no exception")
    void exceptions(String module) throws IOException {
        Path recording = target(module).resolve("exceptions.jfr");
        Assumptions.assumeTrue(Files.exists(recording), module + " was not tested in this build");

        assertThat(secretsIn(recording)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    @DisplayName("are in no line that was logged or printed")
    void lines(String module) throws IOException {
        Path reports = target(module).resolve("surefire-reports");
        Assumptions.assumeTrue(Files.isDirectory(reports), module + " was not tested in this build");
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml")).flatMap(SecretsTest::printed))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(secretsIn(line)).isEmpty());
        }
    }

    /** The lines of a report but those that name tests, whose parameters may be secrets. */
    private static Stream<String> printed(Path report) {
        try {
            return Files.readString(report).lines().filter(line -> !line.strip().startsWith("<testcase"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("would be found in an exception of the SDK that nobody sees")
    void wouldBeFound(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("planted.jfr");
        try (Recording recording = new Recording(Configuration.create(Path.of("..", ".mvn", "exceptions.jfc")))) {
            recording.start();
            assertThat(StiggTransportException.unreachable("a planted " + SECRETS.get(0), null))
                    .isNotNull();
            assertThat(new IllegalStateException("that a test has planted " + SECRETS.get(0)))
                    .isNotNull();
            recording.stop();
            recording.dump(file);
        }

        assertThat(secretsIn(file)).singleElement().asString().contains("a planted");
    }
}
