package io.stigg.sdk.redis.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Free ports of the loopback address, all below those that the system gives to outgoing connections: a client that
 * knocks at a server which is down could otherwise be given the server's port, and even connect to itself.
 */
final class FreePorts {
    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 20_999;
    private static final int BUS_OFFSET = 10_000;
    private static final int ATTEMPTS = 10;

    private FreePorts() {}

    /** What {@code use} makes of so many free ports; tried with others when one is taken meanwhile. */
    static <T> T use(int count, Function<List<Integer>, T> use) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < ATTEMPTS) {
            try {
                return use.apply(choose(count));
            } catch (PortTaken e) {
                taken.add(e.getMessage());
            }
        }
        throw new IllegalStateException("no port to be had: " + taken);
    }

    private static List<Integer> choose(int count) {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST + 1)
                .distinct()
                .limit(10_000)
                .filter(port -> isFree(port) && isFree(port + BUS_OFFSET))
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
