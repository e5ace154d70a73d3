package io.stigg.sdk.emulator;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In what way the emulator fails those who are connected to it. Thread-safe. */
final class StreamFaults {
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean silent;
    private volatile boolean withoutV2;
    private volatile @Nullable Closing refusal;

    Duration delay() {
        return delay;
    }

    void delay(Duration duration) {
        delay = duration;
    }

    boolean isSilent() {
        return silent;
    }

    void goSilent() {
        silent = true;
    }

    boolean isWithoutV2() {
        return withoutV2;
    }

    void withoutV2() {
        withoutV2 = true;
    }

    Optional<Closing> refusal() {
        return Optional.ofNullable(refusal);
    }

    void refuse(Closing closing) {
        refusal = closing;
    }

    void end() {
        delay = Duration.ZERO;
        silent = false;
        withoutV2 = false;
        refusal = null;
    }
}
