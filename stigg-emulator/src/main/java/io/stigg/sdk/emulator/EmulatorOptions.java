package io.stigg.sdk.emulator;

import io.stigg.sdk.testkit.StiggBackend;
import java.util.Optional;

/**
 * How an emulator is to run. Made by {@link StiggEmulator#serving}. Immutable.
 */
public final class EmulatorOptions {
    private final StiggBackend backend;
    private final int port;
    private final Optional<String> apiKey;

    EmulatorOptions(StiggBackend backend) {
        this(backend, 0, Optional.empty());
    }

    private EmulatorOptions(StiggBackend backend, int port, Optional<String> apiKey) {
        this.backend = backend;
        this.port = port;
        this.apiKey = apiKey;
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
        return new EmulatorOptions(backend, number, apiKey);
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
        return new EmulatorOptions(backend, port, Optional.of(key));
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

    @Override
    public String toString() {
        return "EmulatorOptions[port " + port + ", " + (apiKey.isPresent() ? "with" : "without") + " a key]";
    }
}
