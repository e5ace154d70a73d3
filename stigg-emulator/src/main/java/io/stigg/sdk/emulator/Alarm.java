package io.stigg.sdk.emulator;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/** Runs a task at the earliest of the times that were asked for, and perhaps at others as well. Thread-safe. */
final class Alarm {
    private final XnioExecutor timer;
    private final Runnable task;
    private boolean isSet;
    private long time;

    Alarm(XnioExecutor timer, Runnable task) {
        this.timer = timer;
        this.task = task;
    }

    /** @throws RejectedExecutionException if the timer has ended */
    synchronized void setIn(long nanos) {
        long asked = System.nanoTime() + nanos;
        if (!isSet || asked - time < 0) {
            isSet = true;
            time = asked;
            timer.executeAfter(this::ring, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        synchronized (this) {
            isSet = false;
        }
        task.run();
    }
}
