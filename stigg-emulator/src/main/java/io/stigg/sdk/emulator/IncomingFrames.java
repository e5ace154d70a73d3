package io.stigg.sdk.emulator;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;

/** Takes the frames of one socket. */
final class IncomingFrames extends AbstractReceiveListener {
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    private final Conversation conversation;

    IncomingFrames(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    protected long getMaxTextBufferSize() {
        return LARGEST_MESSAGE;
    }

    @Override
    protected long getMaxBinaryBufferSize() {
        return LARGEST_MESSAGE;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        conversation.received(message.getData());
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        message.getData().free();
        conversation.refuse(Closing.INVALID_MESSAGE);
    }

    @Override
    protected void onFullPingMessage(WebSocketChannel channel, BufferedBinaryMessage message) throws IOException {
        if (conversation.outbox().isSilent()) {
            message.getData().free();
        } else {
            super.onFullPingMessage(channel, message);
        }
    }

    /** Not answered by the library, which would do it past what waits, and also while there is to be silence. */
    @Override
    protected void onFullCloseMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        message.getData().free();
        conversation.leave();
    }
}
