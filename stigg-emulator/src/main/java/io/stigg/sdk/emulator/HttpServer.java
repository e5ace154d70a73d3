package io.stigg.sdk.emulator;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.xnio.Options;

/** A listening socket and the threads behind it. */
final class HttpServer implements AutoCloseable {
    private static final long LARGEST_READ = 64L * 1024 * 1024;

    private final Undertow undertow;
    private final InetSocketAddress address;

    private HttpServer(Undertow undertow) {
        this.undertow = undertow;
        this.address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    }

    /**
     * Starts a server.
     *
     * @param host the address to listen at
     * @param port the port, 0 for any that is free
     * @throws UncheckedIOException if the port is not to be had
     */
    static HttpServer start(String host, int port, HttpHandler handler) {
        QuietLibraries.hush();
        Undertow undertow = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setWorkerOption(Options.WORKER_NAME, "stigg-emulator")
                .setWorkerOption(Options.THREAD_DAEMON, true)
                // Ids are decoded one path segment at a time, so nothing may be decoded before.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // What is too large for an answer is still read up to here, so that the client gets to see the refusal.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_READ)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, 1000)
                .setHandler(handler)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(
                        "cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
            }
            throw e;
        }
        return new HttpServer(undertow);
    }

    /** Where those on this machine reach it. */
    URI uri() {
        InetAddress listening = address.getAddress();
        String host = listening.isAnyLocalAddress() ? "127.0.0.1" : listening.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    @Override
    public void close() {
        undertow.stop();
    }

    static HttpHandler compressing(HttpHandler handler) {
        ContentEncodingRepository encodings =
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        return new EncodingHandler(handler, encodings);
    }
}
