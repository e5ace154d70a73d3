package io.stigg.sdk.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** A server on the loopback interface that does what it is told, also what no HTTP server would do. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Script> queue = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Function<Received, Script> script = request -> next();

    private ScriptedServer(ServerSocket listener) {
        this.listener = listener;
        threads.execute(this::accept);
    }

    static ScriptedServer start() {
        try {
            return new ScriptedServer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Answers in turn; the last one again and again. */
    ScriptedServer replies(Script... scripts) {
        queue.clear();
        queue.addAll(List.of(scripts));
        return this;
    }

    ScriptedServer answers(Function<Received, Script> answer) {
        script = answer;
        return this;
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.get(received.size() - 1);
    }

    private Script next() {
        synchronized (queue) {
            return queue.size() > 1 ? queue.remove(0) : queue.get(0);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Received request = read(socket.getInputStream());
            received.add(request);
            Script answer = script.apply(request);
            answer.answer(this, socket.getOutputStream());
        } catch (IOException | InterruptedException ended) {
            // The client left, or the test is over.
        } finally {
            open.remove(socket);
        }
    }

    private static Received read(InputStream in) throws IOException {
        String[] head = readHead(in).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length && !head[i].isEmpty(); i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] line = head[0].split(" ", -1);
        return new Received(line[0], line[1], headers, body);
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    boolean waitUntilClosed(long millis) throws InterruptedException {
        return closing.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException ignored) {
            // It is the end anyway.
        }
        threads.shutdownNow();
    }

    /** What a client sent. */
    record Received(String method, String target, Map<String, String> headers, String body) {
        boolean isEdge() {
            return method.equals("GET");
        }
    }

    /** What a server does. */
    interface Script {
        void answer(ScriptedServer server, OutputStream out) throws IOException, InterruptedException;
    }

    static Script json(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Script ok(String body) {
        return json(200, body, "content-type: application/json");
    }

    static Script gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes(200, packed.toByteArray(), "content-encoding: gzip");
    }

    static Script bytes(int status, byte[] body, String... headers) {
        return (server, out) -> {
            out.write(head(status, "content-length: " + body.length, headers));
            out.write(body);
            out.flush();
        };
    }

    static byte[] head(int status, String first, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\nconnection: close\r\n" + first);
        for (String header : headers) {
            head.append("\r\n").append(header);
        }
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Script raw(String text) {
        return (server, out) -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        };
    }

    /** Takes the request and never says a word. */
    static Script silence() {
        return (server, out) -> server.waitUntilClosed(60_000);
    }

    /** Takes the request and hangs up. */
    static Script hangUp() {
        return (server, out) -> {};
    }

    /** Sends a byte now and then, for ever, so that no wait between two bytes is long. */
    static Script trickle(CountDownLatch clientLeft) {
        return (server, out) -> {
            out.write(head(200, "content-length: 1000000"));
            try {
                do {
                    out.write(' ');
                    out.flush();
                } while (!server.waitUntilClosed(10));
            } catch (IOException gone) {
                clientLeft.countDown();
            }
        };
    }
}
