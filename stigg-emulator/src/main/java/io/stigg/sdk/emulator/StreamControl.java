package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Makes a running emulator fail those who are connected to its WebSocket, as networks and servers do: for tests of what a
 * client does then. Had from {@link StiggEmulator#streams()}.
 *
 * <p>The same is to be had over HTTP, for clients in any language, at {@code /control/streams}: GET tells the present
 * state, and POST takes one of
 *
 * <pre>{@code
 * {"action": "drop"}
 * {"action": "close", "code": 4429, "reason": "ThrottlerException: Too Many Requests"}
 * {"action": "send", "text": "no JSON"}
 * {"action": "delay", "millis": 50}
 * {"action": "silence"}
 * {"action": "refuse", "code": 4401, "reason": "Invalid API key"}
 * {"action": "withoutV2"}
 * {"action": "behave"}
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class StreamControl {
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final Sockets sockets;
    private final StreamFaults faults;

    StreamControl(Sockets sockets, StreamFaults faults) {
        this.sockets = sockets;
        this.faults = faults;
    }

    /**
     * Counts the sockets that are open.
     *
     * @return how many there are now
     */
    public int open() {
        return sockets.open();
    }

    /**
     * Counts the sockets that were opened.
     *
     * @return how many there were since the start
     */
    public long opened() {
        return sockets.opened();
    }

    /** Cuts every socket by a reset and without a close frame, as when a server dies; what is under way is lost. */
    public void drop() {
        sockets.forEach(Outbox::cut);
    }

    /**
     * Closes every socket at once; what still waits to be sent is lost.
     *
     * @param code the code of the close frame
     * @param reason the text of the close frame
     * @throws IllegalArgumentException if a close frame cannot carry them
     */
    public void close(int code, String reason) {
        Closing closing = new Closing(code, reason);
        sockets.forEach(outbox -> outbox.closeNow(closing));
    }

    /**
     * Sends a frame of text over every socket, after what still waits to be sent.
     *
     * @param text the text, which need not be anything that a client understands
     */
    public void sendText(String text) {
        requireNonNull(text, "text");
        sockets.forEach(outbox -> outbox.send(text));
    }

    /**
     * Delays what is sent over any socket, what waits already included; the order stays.
     *
     * @param delay how late everything is, zero to end this
     * @throws IllegalArgumentException if it is negative, or longer than a day
     */
    public void delay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be from zero to a day, not " + delay);
        }
        faults.delay(delay);
        sockets.forEach(Outbox::pump);
    }

    /**
     * Sends nothing over any socket, pongs included, and closes none, as when a cable is cut. New sockets are accepted and
     * hear nothing either. What would have been sent is sent when this ends; a socket for which more than 64 MB wait, or a
     * sixteenth of the memory if that is less, is closed nevertheless, as one whose client reads too slowly is.
     */
    public void goSilent() {
        faults.goSilent();
    }

    /**
     * Closes each new socket when its client has introduced itself.
     *
     * @param code the code of the close frame
     * @param reason the text of the close frame
     * @throws IllegalArgumentException if a close frame cannot carry them
     */
    public void refuse(int code, String reason) {
        faults.refuse(new Closing(code, reason));
    }

    /**
     * Does not know {@code entitlementsUpdatedV2} and {@code usageUpdatedV2} for those who subscribe from now on, as a
     * Stigg of former days.
     */
    public void withoutV2() {
        faults.withoutV2();
    }

    /**
     * Ends everything that lasts: delay, silence, refusal, and the lack of newer subscriptions. What had to wait is sent at
     * once.
     */
    public void behave() {
        faults.end();
        sockets.forEach(Outbox::pump);
    }

    @Override
    public String toString() {
        return "StreamControl[" + open() + " open, " + opened() + " opened]";
    }
}
