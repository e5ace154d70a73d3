package io.stigg.sdk.emulator;

import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.util.Optional;

/**
 * How an emulator is to run. Made by {@link StiggEmulator#serving}. Immutable.
 */
public final class EmulatorOptions {
    private final StiggBackend backend;
    private final int port;
    private final Optional<String> apiKey;
    private final Duration timeToInitialise;

    EmulatorOptions(StiggBackend backend) {
        this(backend, 0, Optional.empty(), Duration.ofSeconds(3));
    }

    private EmulatorOptions(StiggBackend backend, int port, Optional<String> apiKey, Duration timeToInitialise) {
        this.backend = backend;
        this.port = port;
        this.apiKey = apiKey;
        this.timeToInitialise = timeToInitialise;
    }

    /**
     * Sets the port.
     *
     * @param number the port, 0 for any that is free
     * @return the changed options
     * @throws IllegalArgumentException if it is no port
     */
    public EmulatorOptions port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + number);
        }
        return new EmulatorOptions(backend, number, apiKey, timeToInitialise);
    }

    /**
     * Sets the API key that requests must carry. Without one, every request is accepted.
     *
     * @param key the key
     * @return the changed options
     * @throws IllegalArgumentException if it is blank
     */
    public EmulatorOptions apiKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("apiKey must not be blank");
        }
        return new EmulatorOptions(backend, port, Optional.of(key), timeToInitialise);
    }

    /** Sets how long a client may take to begin the conversation over a socket. For tests, which cannot wait. */
    EmulatorOptions timeToInitialise(Duration time) {
        return new EmulatorOptions(backend, port, apiKey, time);
    }

    /**
     * Starts an emulator.
     *
     * @return the running emulator, which accepts requests already
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public StiggEmulator start() {
        return new StiggEmulator(this);
    }

    StiggBackend backend() {
        return backend;
    }

    int port() {
        return port;
    }

    Optional<String> apiKey() {
        return apiKey;
    }

    Duration timeToInitialise() {
        return timeToInitialise;
    }

    @Override
    public String toString() {
        return "EmulatorOptions[port " + port + ", " + (apiKey.isPresent() ? "with" : "without") + " a key]";
    }
}
