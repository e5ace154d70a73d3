package io.stigg.sdk.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dagger.internal.DoubleCheck;
import io.stigg.sdk.Stigg;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process with nothing but the offline module and the core on its class path")
@Timeout(60)
class NoNetworkTest {
    private static final Pattern FOREIGN = Pattern.compile(
            "^(java[.]net[.]http|jdk[.]internal[.]net[.]http|sun[.]net[.]www[.]http|org[.]ehcache|org[.]redisson|io[.]netty"
                    + "|io[.]stigg[.]sdk[.](http|memory|redis|testkit))[.]");
    private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source:");

    @TempDir
    static Path directory;

    private static List<String> output;
    private static List<String> loaded;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path classes = directory.resolve("classes.log");
        Path printed = directory.resolve("printed.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load=info:file=" + classes,
                        "-cp",
                        classPath(),
                        OfflineProcess.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS))
                .as("it ends by itself")
                .isTrue();
        output = Files.readAllLines(printed);
        loaded = Files.readAllLines(classes).stream()
                .map(LOADED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .toList();
    }

    /** The module, the core, the two libraries of the module with what they need, and the program itself. */
    private static String classPath() {
        return Stream.of(
                        OfflineStigg.class,
                        Stigg.class,
                        Gson.class,
                        DoubleCheck.class,
                        Inject.class,
                        javax.inject.Provider.class,
                        OfflineProcess.class)
                .map(NoNetworkTest::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    @DisplayName("answers checks, takes usage and refuses the rest")
    void works() {
        assertThat(output).contains("done");
    }

    @Test
    @DisplayName("starts no thread, and ends though no client was closed")
    void threads() {
        assertThat(output).contains("threads: []");
    }

    @Test
    @DisplayName("opens no socket")
    void sockets() {
        assertThat(output).contains("sockets: 0");
    }

    @Test
    @DisplayName("loads no class of an HTTP client, a cache or Redis, nor of another adapter")
    void classes() {
        assertThat(loaded)
                .anyMatch(name -> name.startsWith("io.stigg.sdk.offline."))
                .noneMatch(name -> FOREIGN.matcher(name).find());
    }
}
