package io.stigg.sdk.reliability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Leads to a server, and does to connections what it is told. A fault strikes a third of what is brought.
 */
final class FaultyProxy implements AutoCloseable {
    private static final int STRUCK = 3;

    private final int port;
    private final ServerSocket socket;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Fault, Long> strikes = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;

    FaultyProxy(int port) throws IOException {
        this.port = port;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on, until the next. */
    void set(Fault newFault) {
        fault = newFault;
        if (newFault == Fault.REFUSE) {
            open.forEach(this::strikeDown);
        }
    }

    /** How often a fault has struck. */
    long strikes(Fault which) {
        return strikes.getOrDefault(which, 0L);
    }

    private void strikeDown(Socket connection) {
        strikes.merge(Fault.REFUSE, 1L, Long::sum);
        end(connection);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (fault == Fault.REFUSE) {
                    strikeDown(client);
                } else {
                    threads.execute(() -> lead(client));
                }
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        open.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            threads.execute(new Way(client, server, false, this::strike));
            new Way(server, client, true, this::strike).run();
        } catch (IOException | RejectedExecutionException gone) {
            // The server is down, and so is the connection.
        } finally {
            open.remove(client);
        }
    }

    /** What happens to a chunk. */
    private Fault strike(boolean isAnswer) {
        Fault present = ThreadLocalRandom.current().nextInt(STRUCK) == 0 ? fault : Fault.NONE;
        Fault struck = isAnswer || !present.concernsAnswersOnly() ? present : Fault.NONE;
        strikes.merge(struck, 1L, Long::sum);
        return struck;
    }

    static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It has gone already.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(FaultyProxy::end);
        threads.shutdownNow();
    }
}
