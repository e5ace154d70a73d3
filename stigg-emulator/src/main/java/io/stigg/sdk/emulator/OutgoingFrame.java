package io.stigg.sdk.emulator;

import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;

/**
 * A frame on its way out. To be sent once.
 *
 * @param type text or close
 * @param payload what is in it
 * @param madeAt when it was made, by {@link System#nanoTime()}
 * @param isUrgent whether it is sent at once, delay and silence or not
 */
record OutgoingFrame(WebSocketFrameType type, ByteBuffer payload, long madeAt, boolean isUrgent) {
    static OutgoingFrame text(byte[] text) {
        return new OutgoingFrame(WebSocketFrameType.TEXT, ByteBuffer.wrap(text), System.nanoTime(), false);
    }

    static OutgoingFrame close(Closing closing) {
        return new OutgoingFrame(WebSocketFrameType.CLOSE, closing.payload(), System.nanoTime(), false);
    }

    static OutgoingFrame urgentClose(Closing closing) {
        return new OutgoingFrame(WebSocketFrameType.CLOSE, closing.payload(), System.nanoTime(), true);
    }

    boolean isClose() {
        return type == WebSocketFrameType.CLOSE;
    }

    int size() {
        return payload.limit();
    }

    /**
     * Sends it.
     *
     * @param sent is told when it is through; if it does not get through, the socket is closed instead
     */
    void send(WebSocketChannel channel, Consumer<OutgoingFrame> sent) {
        if (isClose()) {
            sendClose(channel, sent);
        } else {
            WebSockets.sendText(payload, channel, new Sent(sent));
        }
    }

    /** By hand, because the library takes some registered codes, such as 1013, for invalid. */
    private void sendClose(WebSocketChannel channel, Consumer<OutgoingFrame> sent) {
        try {
            StreamSinkFrameChannel sink = channel.send(type);
            sink.write(payload);
            sink.shutdownWrites();
            if (sink.flush()) {
                sent.accept(this);
            } else {
                sink.getWriteSetter()
                        .set(ChannelListeners.flushingChannelListener(
                                done -> sent.accept(this), (broken, failure) -> IoUtils.safeClose(channel)));
                sink.resumeWrites();
            }
        } catch (IOException e) {
            IoUtils.safeClose(channel);
        }
    }

    private final class Sent implements WebSocketCallback<Void> {
        private final Consumer<OutgoingFrame> sent;

        Sent(Consumer<OutgoingFrame> sent) {
            this.sent = sent;
        }

        @Override
        public void complete(WebSocketChannel channel, Void context) {
            sent.accept(OutgoingFrame.this);
        }

        @Override
        public void onError(WebSocketChannel channel, Void context, Throwable failure) {
            IoUtils.safeClose(channel);
        }
    }
}
