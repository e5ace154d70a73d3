package io.stigg.sdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.usage.UsageEvent;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event as bytes")
class EventCodecTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    @DisplayName("comes back as it was, whatever is in it")
    void roundTrip() {
        for (int round = 0; round < 5_000; round++) {
            UsageEvent event = Events.any(random);

            assertThat(EventCodec.decode(ByteBuffer.wrap(EventCodec.encode(event))))
                    .as("seed %d, round %d", seed, round)
                    .contains(event);
        }
    }

    @Test
    @DisplayName("is nothing if the bytes are any others, and never an error")
    void anyBytes() {
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);

            EventCodec.decode(ByteBuffer.wrap(bytes))
                    .ifPresent(event ->
                            assertThat(event.eventName()).as("seed %d", seed).isNotBlank());
        }
    }

    @Test
    @DisplayName("keeps a number of an unusual class by what it says")
    void unusualNumbers() {
        UsageEvent event =
                Events.numbered(1).withDimension("atomic", new AtomicLong(7)).withDimension("short", (short) 3);

        UsageEvent read =
                EventCodec.decode(ByteBuffer.wrap(EventCodec.encode(event))).orElseThrow();

        assertThat(read.dimensions().get("atomic")).hasToString("7");
        assertThat(read.dimensions().get("short")).isEqualTo(3);
    }
}
