package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.error.StiggApiException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Why a WebSocket is closed. Immutable.
 *
 * @param code the code
 * @param reason the text beside it
 */
record Closing(int code, String reason) {
    static final Closing NORMAL = new Closing(1000, "");
    static final Closing GOING_AWAY = new Closing(1001, "The emulator is closing");
    static final Closing TOO_SLOW = new Closing(1013, "The client reads too slowly");
    static final Closing INVALID_MESSAGE = new Closing(4400, "Invalid message received");
    static final Closing UNAUTHORIZED = new Closing(4401, "Unauthorized");
    static final Closing INVALID_KEY = new Closing(4401, "Invalid API key");
    static final Closing WRONG_PROTOCOL = new Closing(4406, "Subprotocol not acceptable");
    static final Closing LATE = new Closing(4408, "Connection initialisation timeout");
    static final Closing TWO_INITS = new Closing(4429, "Too many initialisation requests");
    static final Closing THROTTLED = new Closing(4429, "ThrottlerException: Too Many Requests");

    private static final int LONGEST_REASON = 123;

    /** @throws IllegalArgumentException if a close frame cannot carry one of the members */
    Closing {
        if (!isCode(code)) {
            throw new IllegalArgumentException("code must be one of a close frame, such as 1012 or 4429, not " + code);
        }
        if (reason.getBytes(UTF_8).length > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must not exceed " + LONGEST_REASON + " bytes");
        }
    }

    static Closing secondUseOf(String id) {
        String reason = "Subscriber for " + id + " already exists";
        return new Closing(4409, reason.getBytes(UTF_8).length > LONGEST_REASON ? "Subscriber already exists" : reason);
    }

    /** Says of the end of a stream what can be said by a close frame; there are ends that come without one. */
    static Optional<Closing> because(Throwable end) {
        if (!(end instanceof StiggApiException refusal)) {
            return Optional.empty();
        }
        if (refusal.isAuthenticationFailure()) {
            return Optional.of(INVALID_KEY);
        }
        return refusal.isThrottled() ? Optional.of(THROTTLED) : Optional.empty();
    }

    /** 1004 to 1006 and 1015 mean that there was no close frame. */
    private static boolean isCode(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }

    ByteBuffer payload() {
        byte[] text = reason.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + text.length)
                .putShort((short) code)
                .put(text)
                .flip();
    }
}
