package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final long MOST_WAITING = 64L * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 2;

    private final WebSocketChannel channel;
    private final StreamFaults faults;
    private final Deque<OutgoingFrame> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long lastDue = Long.MIN_VALUE;
    private boolean isSending;
    private boolean isPumping;
    private boolean isClosing;
    private boolean isTimed;

    Outbox(WebSocketChannel channel, StreamFaults faults) {
        this.channel = channel;
        this.faults = faults;
    }

    void send(String text) {
        if (!add(OutgoingFrame.text(text.getBytes(UTF_8), due()))) {
            closeNow(Closing.TOO_SLOW);
        }
        pump();
    }

    /** Sends a close frame after what waits. Nothing is sent after it. */
    void close(Closing closing) {
        synchronized (this) {
            add(OutgoingFrame.close(closing, due()));
            isClosing = true;
        }
        pump();
    }

    /** Sends a close frame and drops what waits, silence or not. */
    void closeNow(Closing closing) {
        synchronized (this) {
            waiting.clear();
            waitingBytes = 0;
            waiting.add(OutgoingFrame.urgentClose(closing));
            isClosing = true;
        }
        // Behind a frame that does not get through, no close frame does.
        later(PATIENCE_SECONDS, TimeUnit.SECONDS, this::cut);
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

    private synchronized boolean add(OutgoingFrame frame) {
        if (isClosing) {
            return true;
        }
        if (waitingBytes + frame.size() > MOST_WAITING) {
            return false;
        }
        waiting.add(frame);
        waitingBytes += frame.size();
        return true;
    }

    private synchronized long due() {
        // Never before what is due already: the order stays, also when the delay gets shorter.
        lastDue = Math.max(lastDue, System.nanoTime() + faults.delay().toNanos());
        return lastDue;
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
                later(PATIENCE_SECONDS, TimeUnit.SECONDS, this::cut);
            }
            frame.send(channel, this::sent);
        }
    }

    private synchronized @Nullable OutgoingFrame next() {
        OutgoingFrame head = waiting.peek();
        if (head == null || isSending || !isDue(head)) {
            isPumping = false;
            return null;
        }
        isSending = true;
        return waiting.remove();
    }

    private boolean isDue(OutgoingFrame head) {
        if (head.isUrgent()) {
            return true;
        }
        if (faults.isSilent()) {
            return false;
        }
        long nanos = head.due() - System.nanoTime();
        if (nanos > 0 && !isTimed) {
            isTimed = true;
            later(nanos, TimeUnit.NANOSECONDS, this::timeHasCome);
        }
        return nanos <= 0;
    }

    private void timeHasCome() {
        synchronized (this) {
            isTimed = false;
        }
        pump();
    }

    private void sent(OutgoingFrame frame) {
        synchronized (this) {
            isSending = false;
            waitingBytes = Math.max(0, waitingBytes - frame.size());
        }
        pump();
    }

    private void later(long time, TimeUnit unit, Runnable task) {
        try {
            channel.getIoThread().executeAfter(task, time, unit);
        } catch (RejectedExecutionException e) {
            cut();
        }
    }
}
