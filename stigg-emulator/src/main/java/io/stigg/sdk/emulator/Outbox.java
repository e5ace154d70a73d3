package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * Sends frames over one socket: one at a time, in order, as late as the faults want it, and not while they want silence.
 * Thread-safe.
 */
final class Outbox {
    private static final long MOST_WAITING =
            Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);
    private static final long PATIENCE_SECONDS = 2;

    private final WebSocketChannel channel;
    private final StreamFaults faults;
    private final FrameQueue waiting = new FrameQueue(MOST_WAITING);
    private final Alarm alarm;
    private boolean isSending;
    private boolean isPumping;

    Outbox(WebSocketChannel channel, StreamFaults faults) {
        this.channel = channel;
        this.faults = faults;
        this.alarm = new Alarm(channel.getIoThread(), this::pump);
    }

    void send(String text) {
        OutgoingFrame frame = OutgoingFrame.text(text.getBytes(UTF_8));
        boolean isTaken;
        synchronized (this) {
            isTaken = waiting.add(frame);
        }
        if (isTaken) {
            pump();
        } else {
            closeNow(Closing.TOO_SLOW);
        }
    }

    /** Sends a close frame after what waits. Nothing is sent after it. */
    void close(Closing closing) {
        synchronized (this) {
            waiting.add(OutgoingFrame.close(closing));
        }
        pump();
    }

    /** Sends no more text: the client has closed, and the library would take it for a failure. */
    synchronized void deafen() {
        waiting.deafen();
    }

    /** Sends a close frame in place of what waits, delay and silence or not. */
    void closeNow(Closing closing) {
        synchronized (this) {
            waiting.replaceBy(OutgoingFrame.urgentClose(closing));
        }
        // Behind a frame that does not get through, no close frame does.
        cutLater();
        pump();
    }

    /**
     * Ends the connection without a close frame, and by a reset: an orderly end right behind a message is not noticed by
     * every client.
     */
    void cut() {
        try {
            channel.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            // It is closed already.
        }
        IoUtils.safeClose(channel);
    }

    boolean isSilent() {
        return faults.isSilent();
    }

    /** Sends what may be sent now. A loop, because a frame may be through before its sending returns. */
    void pump() {
        synchronized (this) {
            if (isPumping) {
                return;
            }
            isPumping = true;
        }
        for (OutgoingFrame frame = next(); frame != null; frame = next()) {
            if (frame.isClose()) {
                cutLater();
            }
            frame.send(channel, this::sent);
        }
    }

    private synchronized @Nullable OutgoingFrame next() {
        OutgoingFrame head = waiting.head();
        if (head == null || isSending || !isDue(head)) {
            isPumping = false;
            return null;
        }
        isSending = true;
        return waiting.take();
    }

    private boolean isDue(OutgoingFrame head) {
        if (head.isUrgent()) {
            return true;
        }
        if (faults.isSilent()) {
            return false;
        }
        long nanos = head.madeAt() + faults.delay().toNanos() - System.nanoTime();
        if (nanos > 0) {
            alarm.setIn(nanos);
        }
        return nanos <= 0;
    }

    private void sent(OutgoingFrame frame) {
        synchronized (this) {
            isSending = false;
            waiting.sent(frame);
        }
        pump();
    }

    private void cutLater() {
        try {
            channel.getIoThread().executeAfter(this::cut, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            cut();
        }
    }
}
