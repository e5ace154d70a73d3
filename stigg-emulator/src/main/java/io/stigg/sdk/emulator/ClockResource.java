package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.DateTimeException;
import java.util.Map;

/** Stigg's time over HTTP. */
final class ClockResource implements ControlResource {
    private final StiggBackend backend;

    ClockResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> state(), "POST", this::move);
    }

    private Map<String, Object> move(ControlInput input) {
        input.allowOnly("advance", "advanceTo");
        if (input.has("advance") == input.has("advanceTo")) {
            throw new IllegalArgumentException("Either advance or advanceTo is needed, and not both");
        }
        FakeClock clock = clock();
        try {
            if (input.has("advance")) {
                clock.advance(input.duration("advance"));
            } else {
                clock.advanceTo(input.instant("advanceTo"));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Time does not go that far", e);
        }
        return state();
    }

    private FakeClock clock() {
        try {
            return backend.clock();
        } catch (IllegalStateException e) {
            throw Refusal.of(
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "The time is that of this machine and cannot be moved; it can where the emulator is started with --clock");
        }
    }

    private Map<String, Object> state() {
        return Map.of("now", Scalars.text(backend.now()));
    }
}
