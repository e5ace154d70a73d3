package io.stigg.sdk.redis.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Redis to run: the one named by the system property {@value #PROPERTY} or by the environment's
 * {@value #VARIABLE}, else {@code redis-server} on the {@code PATH}, else the one in the jar of embedded-redis.
 *
 * <p><b>Threads.</b> Thread-safe.
 */
public final class RedisBinary {
    /** The system property that names the executable. */
    public static final String PROPERTY = "stigg.redis.executable";

    /** The environment variable that names the executable, if the property does not. */
    public static final String VARIABLE = "REDIS_EXECUTABLE";

    private static final String NAME = "redis-server";

    private static @Nullable Path found;

    private RedisBinary() {}

    /**
     * The executable, looked for once per JVM.
     *
     * @return an executable that runs on this machine
     * @throws IllegalStateException if there is none, or if the one that was asked for does not run; says what was
     *     tried. Tests are to fail by it, not to be skipped.
     */
    public static synchronized Path path() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private static Path find() {
        List<String> tried = new ArrayList<>();
        Optional<Path> named = named();
        // Who names an executable wants that one and no other.
        Stream<Path> candidates = named.isPresent() ? named.stream() : Stream.concat(onPath(), embedded(tried));
        return candidates
                .filter(candidate -> runs(candidate, tried))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Redis to test with. Set the system property "
                        + PROPERTY + " or " + VARIABLE + ", or install " + NAME + ". Tried:\n  "
                        + (tried.isEmpty() ? "nothing" : String.join("\n  ", tried))));
    }

    private static Optional<Path> named() {
        return Stream.of(System.getProperty(PROPERTY, ""), System.getenv().getOrDefault(VARIABLE, ""))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .findFirst();
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, NAME))
                .filter(Files::isExecutable);
    }

    /** Lazily, for the jar is large and most machines of developers have a Redis. */
    private static Stream<Path> embedded(List<String> tried) {
        return Stream.of(resource()).flatMap(resource -> {
            try (InputStream bytes = RedisBinary.class.getResourceAsStream(resource)) {
                if (bytes == null) {
                    tried.add(resource + " on the class path: not there");
                    return Stream.empty();
                }
                Path executable = Leftovers.directory("redis-binary-").resolve(NAME);
                Files.copy(bytes, executable);
                if (!executable.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made executable: " + executable);
                }
                return Stream.of(executable);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String resource() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (os.startsWith("mac")) {
            return "/redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64");
        }
        return arm ? "/redis-server-6.2.7-linux-arm64" : "/redis-server-6.2.6-v5-linux-amd64";
    }

    private static boolean runs(Path executable, List<String> tried) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return true;
            }
            process.destroyForcibly();
            tried.add(executable + ": does not answer to --version");
        } catch (IOException e) {
            tried.add(executable + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for Redis", e);
        }
        return false;
    }
}
