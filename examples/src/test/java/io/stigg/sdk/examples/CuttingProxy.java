package io.stigg.sdk.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads to a server, and cuts each connection sooner or later: before a request, in the middle of one, or of its answer. */
final class CuttingProxy implements AutoCloseable {
    private static final int REQUEST_OF_ANSWER = 1_000;

    private enum Cut {
        BEFORE,
        DURING,
        AFTER
    }

    private final URI server;
    private final Random random;
    private final int farthest;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();

    /** Lets no connection live longer than so many bytes of requests, or a thousandth of that of answers. */
    CuttingProxy(URI server, int farthest, long seed) throws IOException {
        this.server = server;
        this.farthest = farthest;
        this.random = new Random(seed);
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                lead(client);
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        Cut cut = Cut.values()[random.nextInt(Cut.values().length)];
        int requested = cut == Cut.DURING ? random.nextInt(farthest) : Integer.MAX_VALUE;
        int answered = cut == Cut.AFTER ? random.nextInt(farthest / REQUEST_OF_ANSWER) : Integer.MAX_VALUE;
        if (cut == Cut.BEFORE) {
            cuts.incrementAndGet();
            end(client);
            return;
        }
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
            threads.execute(() -> copy(client, upstream, requested));
            threads.execute(() -> copy(upstream, client, answered));
        } catch (IOException | RejectedExecutionException gone) {
            end(client);
        }
    }

    /** Ends both connections when so much has come; what is beyond it does not arrive. */
    private void copy(Socket from, Socket to, long most) {
        byte[] bytes = new byte[8192];
        long room = most;
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                if (count > room) {
                    output.write(bytes, 0, (int) room);
                    output.flush();
                    cuts.incrementAndGet();
                    break;
                }
                output.write(bytes, 0, count);
                output.flush();
                room -= count;
            }
        } catch (IOException gone) {
            // The other end has gone, so this one goes.
        }
        end(from);
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It has gone already.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
