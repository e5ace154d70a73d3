package io.stigg.sdk.internal;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks Stigg whether it accepts the key: at the start, and again and again while it cannot be reached, with a growing
 * pause and jitter, so that a client recovers without being used and thousands of clients do not come back at once.
 * Thread-safe.
 */
public final class ReadinessProbe {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final RequestSender sender;
    private final StatusTracker status;
    private final SdkClock clock;
    private final AtomicBoolean probing = new AtomicBoolean();

    /**
     * Makes a probe.
     *
     * @param sender asks
     * @param status tells whether to go on
     * @param clock waits
     */
    public ReadinessProbe(RequestSender sender, StatusTracker status, SdkClock clock) {
        this.sender = sender;
        this.status = status;
        this.clock = clock;
    }

    /** Asks, and goes on asking until Stigg answers or the client is closed. Does nothing while it is asking already. */
    public void start() {
        if (probing.compareAndSet(false, true)) {
            if (status.isDown()) {
                pauseAndProbe(FIRST_PAUSE);
            } else {
                probe(FIRST_PAUSE);
            }
        }
    }

    private void probe(Duration pause) {
        sender.send(new GetSdkConfiguration()).whenComplete((configuration, failure) -> {
            if (status.isDown()) {
                pauseAndProbe(pause);
            } else {
                stop();
            }
        });
    }

    private void pauseAndProbe(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        double jitter = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
        clock.schedule(Duration.ofMillis((long) (pause.toMillis() * jitter)), () -> {
            if (status.isDown()) {
                probe(next);
            } else {
                stop();
            }
        });
    }

    private void stop() {
        probing.set(false);
        // What went wrong between the last look and now has found the probe still busy.
        if (status.isDown()) {
            start();
        }
    }
}
