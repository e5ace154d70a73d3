package io.stigg.sdk.outbox;

import io.stigg.sdk.usage.UsageEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events as bytes and back. Pure.
 *
 * <p>An event comes back equal to what it was, but for what the formats cannot hold: half a surrogate pair becomes a question
 * mark, and a number of an unusual class an equal one of a usual class.
 */
final class EventCodec {
    private static final int TEXT = 1;
    private static final int TRUE = 2;
    private static final int FALSE = 3;
    private static final int INT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int FLOAT = 7;
    private static final int BIG_INTEGER = 8;
    private static final int BIG_DECIMAL = 9;

    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private EventCodec() {}

    static byte[] encode(UsageEvent event) {
        PayloadWriter payload = new PayloadWriter();
        payload.putText(event.eventName());
        payload.putText(event.customerId());
        payload.putByte(event.resourceId().isPresent() ? 1 : 0);
        event.resourceId().ifPresent(payload::putText);
        payload.putText(event.idempotencyKey());
        payload.putByte(event.timestamp().isPresent() ? 1 : 0);
        event.timestamp().ifPresent(time -> encode(time, payload));
        payload.putUnsigned(event.dimensions().size());
        event.dimensions().forEach((name, dimension) -> {
            payload.putText(name);
            encode(dimension, payload);
        });
        return payload.toBytes();
    }

    /** Not as milliseconds since the epoch, which do not reach as far as an instant may. */
    private static void encode(Instant time, PayloadWriter payload) {
        payload.putLong(time.getEpochSecond());
        payload.putUnsigned(time.getNano() / NANOS_OF_A_MILLI);
    }

    private static Instant readTime(PayloadReader payload) {
        return Instant.ofEpochSecond(payload.getLong(), payload.getUnsigned() * NANOS_OF_A_MILLI);
    }

    private static void encode(Object dimension, PayloadWriter payload) {
        if (dimension instanceof String text) {
            payload.putByte(TEXT);
            payload.putText(text);
        } else if (dimension instanceof Boolean truth) {
            payload.putByte(truth ? TRUE : FALSE);
        } else {
            encode((Number) dimension, payload);
        }
    }

    private static void encode(Number number, PayloadWriter payload) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            payload.putByte(INT);
            payload.putLong(number.longValue());
        } else if (number instanceof Long) {
            payload.putByte(LONG);
            payload.putLong(number.longValue());
        } else if (number instanceof Double) {
            putDouble(number.doubleValue(), payload);
        } else if (number instanceof Float) {
            payload.putByte(FLOAT);
            payload.putUnsigned(Integer.toUnsignedLong(Float.floatToIntBits(number.floatValue())));
        } else if (number instanceof BigInteger) {
            payload.putByte(BIG_INTEGER);
            payload.putText(number.toString());
        } else {
            encodeUnusual(number, payload);
        }
    }

    private static void encodeUnusual(Number number, PayloadWriter payload) {
        try {
            String exact = new BigDecimal(number.toString()).toString();
            payload.putByte(BIG_DECIMAL);
            payload.putText(exact);
        } catch (NumberFormatException saysSomethingElse) {
            putDouble(number.doubleValue(), payload);
        }
    }

    private static void putDouble(double number, PayloadWriter payload) {
        payload.putByte(DOUBLE);
        payload.putFixedLong(Double.doubleToLongBits(number));
    }

    /** Reads an event; empty if this is none that this version understands. */
    static Optional<UsageEvent> decode(ByteBuffer bytes) {
        try {
            return Optional.of(read(new PayloadReader(bytes)));
        } catch (RuntimeException notAnEvent) {
            return Optional.empty();
        }
    }

    private static UsageEvent read(PayloadReader payload) {
        String eventName = payload.getText();
        String customerId = payload.getText();
        Optional<String> resourceId = payload.getByte() == 1 ? Optional.of(payload.getText()) : Optional.empty();
        String idempotencyKey = payload.getText();
        Optional<Instant> timestamp = payload.getByte() == 1 ? Optional.of(readTime(payload)) : Optional.empty();
        Map<String, Object> dimensions = new HashMap<>();
        for (long left = payload.getUnsigned(); left > 0; left--) {
            dimensions.put(payload.getText(), readDimension(payload));
        }
        return new UsageEvent(eventName, customerId, resourceId, dimensions, timestamp, idempotencyKey);
    }

    private static Object readDimension(PayloadReader payload) {
        int kind = payload.getByte();
        return switch (kind) {
            case TEXT -> payload.getText();
            case TRUE -> true;
            case FALSE -> false;
            case INT -> (int) payload.getLong();
            case LONG -> payload.getLong();
            case DOUBLE -> Double.longBitsToDouble(payload.getFixedLong());
            case FLOAT -> Float.intBitsToFloat((int) payload.getUnsigned());
            case BIG_INTEGER -> new BigInteger(payload.getText());
            case BIG_DECIMAL -> new BigDecimal(payload.getText());
            default -> throw new IllegalArgumentException("a dimension of kind " + kind);
        };
    }
}
