package io.stigg.sdk.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The frames that are on their way over one socket, up to a size, and nothing behind a close frame. Not thread-safe. */
final class FrameQueue {
    private final long largest;
    private final Deque<OutgoingFrame> frames = new ArrayDeque<>();
    private long bytes;
    private boolean isDeaf;
    private boolean hasClose;
    private boolean isCloseSent;

    /** @param largest how many bytes may wait */
    FrameQueue(long largest) {
        this.largest = largest;
    }

    /**
     * Adds a frame, or drops it if the other side is not to get it any more.
     *
     * @return false if there is no room for it; there always is for a close frame
     */
    boolean add(OutgoingFrame frame) {
        if (hasClose || (isDeaf && !frame.isClose())) {
            return true;
        }
        if (!frame.isClose() && bytes + frame.size() > largest) {
            return false;
        }
        put(frame);
        return true;
    }

    /** The other side listens to nothing but a close frame any more. */
    void deafen() {
        isDeaf = true;
        frames.removeIf(frame -> {
            boolean isDropped = !frame.isClose();
            bytes -= isDropped ? frame.size() : 0;
            return isDropped;
        });
    }

    /** Puts a close frame in the place of all that waits, unless one has been sent. */
    void replaceBy(OutgoingFrame close) {
        if (!isCloseSent) {
            frames.forEach(frame -> bytes -= frame.size());
            frames.clear();
            put(close);
        }
    }

    private void put(OutgoingFrame frame) {
        frames.add(frame);
        bytes += frame.size();
        hasClose |= frame.isClose();
    }

    @Nullable
    OutgoingFrame head() {
        return frames.peek();
    }

    /** Takes the head away, to be sent. */
    OutgoingFrame take() {
        OutgoingFrame head = frames.remove();
        isCloseSent |= head.isClose();
        return head;
    }

    /** A frame that was taken is through, and needs no more room. */
    void sent(OutgoingFrame frame) {
        bytes -= frame.size();
    }
}
