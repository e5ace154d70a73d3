package io.stigg.sdk.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A network that fails")
@Timeout(30)
class FaultyProxyTest {
    private static final int ENOUGH = 200;

    private final ServerSocket echo;
    private final FaultyProxy proxy;

    FaultyProxyTest() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = new FaultyProxy(echo.getLocalPort());
        Thread server = new Thread(this::serve, "echo");
        server.setDaemon(true);
        server.start();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread answer = new Thread(() -> answer(socket), "echo");
                answer.setDaemon(true);
                answer.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException gone) {
            // So it is the proxy that has ended it.
        }
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    /** What came back for a word: less if the connection ended, nothing if it was silent for a moment. */
    private String say(String word) {
        byte[] answer = new byte[word.length()];
        int count = 0;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), proxy.uri().getPort())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(word.getBytes(ISO_8859_1));
            count = Math.max(0, socket.getInputStream().readNBytes(answer, 0, answer.length));
        } catch (SocketTimeoutException silent) {
            return "(silence)";
        } catch (IOException ended) {
            return "(ended)";
        }
        return new String(answer, 0, count, ISO_8859_1);
    }

    private void sayUntil(Fault fault, String outcome) {
        proxy.set(fault);
        for (int i = 0; i < ENOUGH; i++) {
            if (say("0123456789").contains(outcome)) {
                return;
            }
        }
        throw new AssertionError(fault + " never made it " + outcome);
    }

    @Test
    @DisplayName("brings everything while it does not")
    void none() {
        assertThat(say("hello")).isEqualTo("hello");
        assertThat(proxy.strikes(Fault.NONE)).isEqualTo(2);
    }

    @Test
    @DisplayName("refuses connections, and ends those that are there")
    void refuses() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), proxy.uri().getPort())) {
            socket.getOutputStream().write('a');
            assertThat(socket.getInputStream().read()).isEqualTo('a');

            proxy.set(Fault.REFUSE);

            await().untilAsserted(() -> assertThat(isOver(socket)).isTrue());
        }
        assertThat(say("hello")).isNotEqualTo("hello");
    }

    private static boolean isOver(Socket socket) {
        try {
            socket.getOutputStream().write('b');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException(e);
        } catch (IOException ended) {
            return true;
        }
    }

    @Test
    @DisplayName("truncates answers")
    void truncates() {
        proxy.set(Fault.TRUNCATE);

        for (int i = 0; i < ENOUGH && proxy.strikes(Fault.TRUNCATE) == 0; i++) {
            String answer = say("0123456789");
            if (proxy.strikes(Fault.TRUNCATE) > 0) {
                assertThat(answer).isEqualTo("01234");
            }
        }

        assertThat(proxy.strikes(Fault.TRUNCATE)).isOne();
    }

    @Test
    @DisplayName("corrupts answers, and leaves their length as it was")
    void corrupts() {
        proxy.set(Fault.CORRUPT);

        for (int i = 0; i < ENOUGH && proxy.strikes(Fault.CORRUPT) == 0; i++) {
            String answer = say("0123456789");
            if (proxy.strikes(Fault.CORRUPT) > 0) {
                assertThat(answer).hasSize(10).contains("\u00FF");
            }
        }

        assertThat(proxy.strikes(Fault.CORRUPT)).isOne();
    }

    @Test
    @DisplayName("falls silent without a word")
    void stalls() {
        sayUntil(Fault.STALL, "(silence)");
    }

    @Test
    @DisplayName("delays, and brings everything in the end")
    void delays() {
        proxy.set(Fault.DELAY);

        for (int i = 0; i < ENOUGH && proxy.strikes(Fault.DELAY) == 0; i++) {
            assertThat(say("hello")).isIn("hello", "(silence)");
        }

        assertThat(proxy.strikes(Fault.DELAY)).isPositive();
    }
}
