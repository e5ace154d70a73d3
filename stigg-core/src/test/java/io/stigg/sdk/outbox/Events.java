package io.stigg.sdk.outbox;

import io.stigg.sdk.usage.UsageEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Events to keep. */
final class Events {
    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");

    private Events() {}

    static UsageEvent numbered(int number) {
        return new UsageEvent(
                "api_call",
                "cust-1",
                Optional.empty(),
                Map.of("route", "/v1/things", "bytes", number),
                Optional.of(NOON.plusMillis(number)),
                "key-" + number);
    }

    static int numberOf(UsageEvent event) {
        return Integer.parseInt(event.idempotencyKey().substring("key-".length()));
    }

    /** Returns anything that an event may be. */
    static UsageEvent any(Random random) {
        Map<String, Object> dimensions = new HashMap<>();
        for (int index = random.nextInt(6); index > 0; index--) {
            dimensions.put(text(random), dimension(random));
        }
        return new UsageEvent(
                text(random),
                text(random),
                random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(),
                dimensions,
                random.nextBoolean()
                        ? Optional.of(Instant.ofEpochMilli(random.nextLong() >> random.nextInt(30)))
                        : Optional.empty(),
                text(random));
    }

    private static String text(Random random) {
        return "x"
                + random.ints(random.nextInt(20), 1, 0x1_0FFFF)
                        .filter(character -> character < 0xD800 || character > 0xDFFF)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    private static Object dimension(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> text(random);
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> random.nextGaussian() * 1e10;
            case 5 -> random.nextFloat();
            case 6 -> new BigInteger(200, random);
            default -> new BigDecimal(new BigInteger(200, random), random.nextInt(50));
        };
    }
}
