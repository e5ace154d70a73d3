package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.StiggBackend;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an emulator is to run. Made by {@link StiggEmulator#serving}. Immutable.
 */
public final class EmulatorOptions {
    private final StiggBackend backend;

    // These change in a copy alone, before anybody sees it.
    private String host = "127.0.0.1";
    private int port;
    private Optional<String> apiKey = Optional.empty();
    private RateLimits rateLimits = RateLimits.none();
    private boolean allowsRemoteControl;
    private Duration timeToInitialise = Duration.ofSeconds(3);
    private Journal journal = Journal.none();
    private Optional<BackendSnapshot> beginning = Optional.empty();

    EmulatorOptions(StiggBackend backend) {
        this.backend = backend;
    }

    private EmulatorOptions with(Consumer<EmulatorOptions> change) {
        EmulatorOptions copy = new EmulatorOptions(backend);
        copy.host = host;
        copy.port = port;
        copy.apiKey = apiKey;
        copy.rateLimits = rateLimits;
        copy.allowsRemoteControl = allowsRemoteControl;
        copy.timeToInitialise = timeToInitialise;
        copy.journal = journal;
        copy.beginning = beginning;
        change.accept(copy);
        return copy;
    }

    /**
     * Sets the address to listen at, {@code 127.0.0.1} by default. At any other, machines around may have access: an API
     * key is advisable.
     *
     * @param address an address of this machine, or {@code 0.0.0.0} for all of them
     * @return the changed options
     * @throws IllegalArgumentException if it is blank, or no address
     */
    public EmulatorOptions host(String address) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        try {
            InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host must be an address of this machine, not " + address, e);
        }
        return with(copy -> copy.host = address);
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
        return with(copy -> copy.port = number);
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
        return with(copy -> copy.apiKey = Optional.of(key));
    }

    /**
     * Sets how often each API key may call what. By default nothing is limited.
     *
     * @param limits the limits
     * @return the changed options
     */
    public EmulatorOptions rateLimits(RateLimits limits) {
        requireNonNull(limits, "limits");
        return with(copy -> copy.rateLimits = limits);
    }

    /**
     * Has everybody who reaches the emulator use what is below {@code /control}, and not only programs on this machine. Web
     * pages of others are refused nevertheless. The console is shown to everybody as well, by this machine's address alone.
     *
     * @return the changed options
     */
    public EmulatorOptions allowRemoteControl() {
        return with(copy -> copy.allowsRemoteControl = true);
    }

    /** Sets how long a client may take to begin the conversation over a socket. For tests, which cannot wait. */
    EmulatorOptions timeToInitialise(Duration time) {
        return with(copy -> copy.timeToInitialise = time);
    }

    /**
     * Keeps what is changed.
     *
     * @param file where
     * @param start the state to which a reset goes back
     */
    EmulatorOptions journal(Journal file, BackendSnapshot start) {
        return with(copy -> {
            copy.journal = file;
            copy.beginning = Optional.of(start);
        });
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

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Optional<String> apiKey() {
        return apiKey;
    }

    RateLimits rateLimits() {
        return rateLimits;
    }

    boolean allowsRemoteControl() {
        return allowsRemoteControl;
    }

    Journal journal() {
        return journal;
    }

    Optional<BackendSnapshot> beginning() {
        return beginning;
    }

    Duration timeToInitialise() {
        return timeToInitialise;
    }

    @Override
    public String toString() {
        return "EmulatorOptions[" + host + ", port " + port + ", " + (apiKey.isPresent() ? "with" : "without")
                + " a key, " + rateLimits + "]";
    }
}
