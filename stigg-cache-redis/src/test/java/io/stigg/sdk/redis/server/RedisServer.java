package io.stigg.sdk.redis.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis on a free port of 127.0.0.1, without persistence, in a directory of its own. Ends with {@link #close()}, at
 * the latest with the JVM.
 *
 * <p><b>Threads.</b> Commands may be sent from any thread; start, kill, pause and close are one thread's.
 */
public final class RedisServer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int LOG_LINES = 40;

    private final Path directory;
    private final int port;
    private final Optional<TestCertificate> certificate;
    private final List<String> arguments;
    private final Optional<String> password;

    private @Nullable Process process;

    private RedisServer(Path directory, int port, Optional<TestCertificate> certificate, List<String> arguments) {
        this.directory = directory;
        this.port = port;
        this.certificate = certificate;
        this.arguments = arguments;
        int password = arguments.indexOf("--requirepass");
        this.password = password < 0 ? Optional.empty() : Optional.of(arguments.get(password + 1));
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param options more options of {@code redis-server}, {@code "--maxmemory", "1mb"} for one. The password of
     *     {@code --requirepass} is used by {@link #command} too.
     * @return the server, which answers
     * @throws IllegalStateException if there is no Redis to start, or if it does not answer; says what it logged
     */
    public static RedisServer start(String... options) {
        return start(Optional.empty(), List.of(options));
    }

    /**
     * Starts a server that speaks TLS only. Its certificate is for 127.0.0.1 and localhost, and signed by the authority in
     * {@link #truststore()}; it asks clients for none.
     *
     * @param options more options of {@code redis-server}
     * @return the server, which answers
     * @throws IllegalStateException as {@link #start}, and if this Redis was built without TLS
     */
    public static RedisServer startWithTls(String... options) {
        return start(Optional.of(TestCertificate.get()), List.of(options));
    }

    private static RedisServer start(Optional<TestCertificate> certificate, List<String> options) {
        return FreePorts.use(1, ports -> {
            int port = ports.get(0);
            List<String> arguments = new ArrayList<>(
                    certificate.map(files -> tls(port, files)).orElse(List.of("--port", String.valueOf(port))));
            arguments.addAll(List.of("--save", "", "--appendonly", "no"));
            arguments.addAll(options);
            return launch(Leftovers.directory("redis-"), port, certificate, arguments);
        });
    }

    /** A server of the kind sentinel, which keeps what it knows in the file it is configured by. */
    static RedisServer startSentinel(int port, List<String> configuration) {
        Path directory = Leftovers.directory("redis-sentinel-");
        Path file = directory.resolve("sentinel.conf");
        try {
            Files.write(file, configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = List.of(file.toString(), "--sentinel", "--port", String.valueOf(port));
        return launch(directory, port, Optional.empty(), arguments);
    }

    private static RedisServer launch(
            Path directory, int port, Optional<TestCertificate> certificate, List<String> arguments) {
        RedisServer server = new RedisServer(directory, port, certificate, arguments);
        try {
            server.startAgain();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static List<String> tls(int port, TestCertificate files) {
        return List.of(
                "--port",
                "0",
                "--tls-port",
                String.valueOf(port),
                "--tls-cert-file",
                files.certificate().toString(),
                "--tls-key-file",
                files.key().toString(),
                "--tls-ca-cert-file",
                files.authority().toString(),
                "--tls-auth-clients",
                "no");
    }

    /** {@return the port, the same for the life of this object} */
    public int port() {
        return port;
    }

    /** {@return the address as clients want it, with {@code rediss} if the server speaks TLS} */
    public String uri() {
        return (certificate.isPresent() ? "rediss" : "redis") + "://127.0.0.1:" + port;
    }

    /**
     * A PKCS12 store for clients.
     *
     * @return the file with the authority that signed the server's certificate
     * @throws IllegalStateException if the server does not speak TLS
     */
    public Path truststore() {
        return certificate
                .map(TestCertificate::truststore)
                .orElseThrow(() -> new IllegalStateException("not started with TLS: " + uri()));
    }

    /** {@return the password of {@link #truststore()}} */
    public String truststorePassword() {
        return TestCertificate.PASSWORD;
    }

    /** Ends the process at once, as a crash does, and waits until it is gone. Does nothing if it is down. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /**
     * Starts a killed server on its old port, empty, and waits until it answers.
     *
     * @throws IllegalStateException if it runs, or does not answer; says what it logged
     */
    public void startAgain() {
        if (process != null) {
            throw new IllegalStateException("runs already: " + uri());
        }
        List<String> command = new ArrayList<>();
        command.add(RedisBinary.path().toString());
        command.addAll(arguments);
        command.addAll(List.of("--bind", "127.0.0.1", "--dir", directory.toString()));
        try {
            Files.deleteIfExists(logFile());
            process = Leftovers.track(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(logFile().toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Polling.until(uri() + " answers", this::log, this::answers);
    }

    /** Stops the process in its tracks: its port accepts connections, and nobody answers. Undone by {@link #resume()}. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on, with what it was asked meanwhile. */
    public void resume() {
        signal("CONT");
    }

    /**
     * Sends one command over a connection of its own.
     *
     * @param words the command and its arguments
     * @return the reply: a {@code String}, a {@code Long}, a {@code List} of replies, or null
     * @throws RedisErrorReply if Redis answers with an error, also within a list
     * @throws RedisUnavailable if there is no answer within 3 seconds
     */
    public @Nullable Object command(String... words) {
        try (Socket socket = connect()) {
            RespConnection connection = new RespConnection(socket);
            if (password.isPresent()) {
                connection.send(List.of("AUTH", password.get()));
            }
            return connection.send(List.of(words));
        } catch (IOException e) {
            throw new RedisUnavailable(uri() + " does not answer: " + e, e);
        }
    }

    /** {@return the last lines that the server logged since its last start} */
    public String log() {
        try {
            List<String> lines = Files.exists(logFile()) ? Files.readAllLines(logFile(), UTF_8) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process and deletes its directory. */
    @Override
    public void close() {
        kill();
        Leftovers.delete(directory);
    }

    @Override
    public String toString() {
        return uri();
    }

    private Path logFile() {
        return directory.resolve("log");
    }

    /** Whether it is our process that answers, not another one on this port. */
    private boolean answers() {
        Process started = Objects.requireNonNull(process);
        if (!started.isAlive()) {
            process = null;
            throw failure(log());
        }
        return String.valueOf(command("INFO", "server")).contains("process_id:" + started.pid() + "\r\n");
    }

    private RuntimeException failure(String log) {
        boolean portTaken = log.contains("Address already in use") || log.contains("Failed listening on port");
        return portTaken
                ? new PortTaken(uri() + " is taken")
                : new IllegalStateException("Redis ended on its own: " + arguments + "\n" + log);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return certificate.isPresent() ? secured(socket, certificate.get()) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket secured(Socket socket, TestCertificate files) throws IOException {
        SSLSocket secured = (SSLSocket) files.client().getSocketFactory().createSocket(socket, "127.0.0.1", port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void signal(String name) {
        if (process == null) {
            throw new IllegalStateException("is down: " + uri());
        }
        try {
            // The shell's own kill: there is a shell everywhere, and the program is missing in small images.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("no signal " + name + " to " + uri());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }
}
