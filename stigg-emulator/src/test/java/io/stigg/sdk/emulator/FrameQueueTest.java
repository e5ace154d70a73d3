package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A queue of frames")
class FrameQueueTest {
    private final FrameQueue queue = new FrameQueue(10);
    private final OutgoingFrame close = OutgoingFrame.close(Closing.NORMAL);

    private static OutgoingFrame text(String text) {
        return OutgoingFrame.text(text.getBytes(UTF_8));
    }

    @Test
    @DisplayName("has room up to a size, in which the frame that is being sent counts until it is through")
    void bounded() {
        assertThat(queue.add(text("123456"))).isTrue();
        assertThat(queue.add(text("12345"))).isFalse();
        assertThat(queue.add(text("1234"))).isTrue();

        OutgoingFrame sent = queue.take();
        assertThat(queue.add(text("1"))).isFalse();
        queue.sent(sent);

        assertThat(queue.add(text("123456"))).isTrue();
        assertThat(queue.add(text("1"))).isFalse();
    }

    @Test
    @DisplayName("always has room for a close frame, behind which all is dropped")
    void closing() {
        queue.add(text("1234567890"));

        assertThat(queue.add(OutgoingFrame.close(Closing.INVALID_KEY))).isTrue();
        assertThat(queue.add(text("1"))).isTrue();
        assertThat(queue.add(close)).isTrue();

        queue.take();
        assertThat(queue.take().isClose()).isTrue();
        assertThat(queue.head()).isNull();
    }

    @Test
    @DisplayName("puts a close frame in the place of what waits, close frames included")
    void replaces() {
        queue.add(text("1"));
        queue.add(OutgoingFrame.close(Closing.INVALID_KEY));

        queue.replaceBy(close);

        assertThat(queue.take()).isSameAs(close);
        assertThat(queue.head()).isNull();
    }

    @Test
    @DisplayName("drops all text and keeps a close frame for whoever has closed")
    void deaf() {
        queue.add(text("12345"));

        queue.deafen();
        queue.add(text("6"));
        queue.add(close);
        queue.deafen();

        assertThat(queue.take()).isSameAs(close);
        assertThat(queue.head()).isNull();
    }

    @Test
    @DisplayName("never has a second close frame sent")
    void closedOnce() {
        queue.add(close);
        queue.take();

        queue.replaceBy(OutgoingFrame.urgentClose(Closing.GOING_AWAY));

        assertThat(queue.head()).isNull();
    }
}
