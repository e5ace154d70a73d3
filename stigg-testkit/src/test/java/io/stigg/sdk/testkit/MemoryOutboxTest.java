package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.testkit.contract.EventOutboxContract;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outbox in memory")
class MemoryOutboxTest extends EventOutboxContract {
    private static final FakeClock CLOCK = FakeClock.at(Instant.EPOCH);

    @Override
    protected EventOutbox open() {
        return MemoryOutbox.ofEvents(100_000).open(CLOCK);
    }

    @Override
    protected boolean keepsEvents() {
        return false;
    }

    @Test
    @DisplayName("has room for as many events as wait in it, beside those that were taken")
    void bound() {
        EventOutbox small = MemoryOutbox.ofEvents(2).open(CLOCK);
        UsageEvent event = UsageEvent.of("cust-1", "call");

        assertThat(small.add(event)).isTrue();
        assertThat(small.add(event)).isTrue();
        assertThat(small.add(event)).isFalse();
        small.take(1, 1);
        assertThat(small.add(event)).isTrue();
        assertThat(small.add(event)).isFalse();
    }

    @Test
    @DisplayName("needs room")
    void options() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryOutbox.ofEvents(0))
                .withMessageContaining("mostEvents");
    }
}
