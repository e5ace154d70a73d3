package io.stigg.sdk.http;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A socket on which everything takes as long as the test wants. */
final class FakeSocket implements WebSocket {
    final List<String> sent = new ArrayList<>();
    final List<CompletableFuture<WebSocket>> sendings = new ArrayList<>();
    long requested;
    boolean aborted;

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        CompletableFuture<WebSocket> sending = new CompletableFuture<>();
        sent.add(data.toString());
        sendings.add(sending);
        return sending;
    }

    void finishSending() {
        sendings.get(sendings.size() - 1).complete(this);
    }

    void failSending(Throwable failure) {
        sendings.get(sendings.size() - 1).completeExceptionally(failure);
    }

    @Override
    public void request(long n) {
        requested += n;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public String getSubprotocol() {
        return StreamConnection.SUBPROTOCOL;
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOutputClosed() {
        return aborted;
    }

    @Override
    public boolean isInputClosed() {
        return aborted;
    }
}
