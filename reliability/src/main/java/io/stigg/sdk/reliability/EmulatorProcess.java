package io.stigg.sdk.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Stigg that can crash: the emulator as a process of its own, which keeps what was changed in a directory. Not thread-safe.
 */
final class EmulatorProcess implements AutoCloseable {
    private static final String MAIN = "io.stigg.sdk.emulator.Main";
    private static final String READY = "Stigg emulator is ready at ";

    private final Path directory;
    private final Path catalog;
    private final URI uri;
    private volatile @Nullable Process process;

    private EmulatorProcess(Path directory, Path catalog, Process process, URI uri) {
        this.directory = directory;
        this.catalog = catalog;
        this.process = process;
        this.uri = uri;
    }

    static EmulatorProcess start(Path directory, String catalogJson) throws IOException {
        Path catalog = Files.writeString(directory.resolve("sold.json"), catalogJson);
        Process process = launch(directory, catalog, 0);
        EmulatorProcess started = new EmulatorProcess(directory, catalog, process, awaitReady(process));
        // So that it does not outlive this process, however that ends.
        Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
        return started;
    }

    URI uri() {
        return uri;
    }

    /** As when the power fails. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** As when it is told to end, and says goodbye. */
    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
            process = null;
        }
    }

    /** At the old address, with all that was changed before. */
    void startAgain() {
        try {
            Process launched = launch(directory, catalog, uri.getPort());
            process = launched;
            awaitReady(launched);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path directory, Path catalog, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-Xlog:cds=off", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(MAIN, "--port", String.valueOf(port), "--api-key", Shop.API_KEY));
        command.addAll(List.of(
                "--catalog",
                catalog.toString(),
                "--data",
                directory.resolve("data").toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static URI awaitReady(Process process) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the emulator did not start: " + line);
        }
        return URI.create(line.substring(READY.length()));
    }

    @Override
    public void close() {
        kill();
    }
}
