package io.stigg.sdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Needs the jars, which are there from Maven's phase {@code package} on. */
@DisplayName("An application on the module path")
@Timeout(120)
class ModulePathTest {
    private static final List<String> MODULES =
            List.of("stigg-transport-http", "stigg-cache-memory", "stigg-cache-redis", "stigg-offline");
    private static final Path SOURCES = Path.of("src/test/consumer");

    @TempDir
    Path directory;

    @Test
    @DisplayName("compiles without a warning, and runs with every adapter")
    void consumer() throws Exception {
        Path classes = directory.resolve("classes");

        String compiled = run(Stream.concat(
                Stream.of(
                        "javac",
                        "-Xlint:all,-requires-automatic",
                        "-Werror",
                        "--module-path",
                        modulePath(),
                        "-d",
                        classes.toString()),
                sources()));
        String told = run(Stream.of(
                "java",
                "--add-modules",
                "ALL-DEFAULT,ALL-MODULE-PATH",
                "--module-path",
                classes + File.pathSeparator + modulePath(),
                "--module",
                "com.example.consumer/com.example.consumer.Main"));

        assertThat(compiled).isEmpty();
        assertThat(told.lines().filter(line -> line.endsWith("io.stigg.sdk")))
                .containsExactly(
                        "testkit: denied, io.stigg.sdk",
                        "offline: granted, io.stigg.sdk",
                        "memory: denied, io.stigg.sdk",
                        "redis: denied, io.stigg.sdk");
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> java = files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
            assertThat(java).hasSize(2);
            return java.stream();
        }
    }

    /** What an application would have: the modules, and what comes with them. */
    private static String modulePath() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : MODULES) {
            BillOfMaterials.of(module).jars().forEach(names::add);
        }
        // JUnit and AssertJ come with it for those who use the suites.
        names.add(BillOfMaterials.of("stigg-testkit").jar());
        Map<String, String> jars = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .collect(Collectors.toMap(
                        entry -> Path.of(entry).getFileName().toString(), entry -> entry, (first, again) -> first));
        assertThat(jars).as("run by ./mvnw verify").containsKeys(names.toArray(new String[0]));
        jars.keySet().retainAll(names);
        return String.join(File.pathSeparator, jars.values());
    }

    private String run(Stream<String> words) throws IOException, InterruptedException {
        List<String> command = words.collect(Collectors.toList());
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
