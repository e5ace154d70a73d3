package io.stigg.sdk.internal;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;

/** Asks again for what is held, round after round, while Stigg tells nothing by itself. Thread-safe. */
public final class Polling {
    private final SdkClock clock;
    private final CacheWriter writer;
    private final EntitlementReader reader;
    private final Duration pause;
    private Registration timer = () -> {};
    private boolean isOn;

    /**
     * Makes what {@link #start} starts.
     *
     * @param clock waits
     * @param writer knows what may be held
     * @param reader asks again, a few scopes at a time
     * @param settings say how old what is held may become
     */
    public Polling(SdkClock clock, CacheWriter writer, EntitlementReader reader, CheckSettings settings) {
        this.clock = clock;
        this.writer = writer;
        this.reader = reader;
        this.pause = settings.entitlementTtl();
    }

    synchronized void start() {
        isOn = true;
        timer.close();
        timer = clock.schedule(Duration.ZERO, this::round);
    }

    synchronized void stop() {
        isOn = false;
        timer.close();
    }

    private void round() {
        writer.written().forEach(reader::refreshIfHeld);
        synchronized (this) {
            if (isOn) {
                timer = clock.schedule(pause, this::round);
            }
        }
    }
}
