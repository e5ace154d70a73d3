package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("Clients that are closed")
class NothingLeftTest extends StreamingTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    NothingLeftTest() {
        super(StiggBackend.of(AcmeCatalog.create(), FakeClock.at(Instant.now())));
    }

    /** What is made once in a process is not what is left of a client. */
    @BeforeEach
    void oneBefore() {
        try (Stigg first = following()) {
            calls(first);
        }
        awaitNothingLeft();
    }

    private Stigg client() {
        return build(Stigg.builder(), "key");
    }

    private void awaitNothingLeft() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            // The JDK's client has a thread until nobody knows the client any more, and cannot be closed before 21.
            System.gc();
            assertThat(emulator.streams().open()).isZero();
            assertThat(backend.streamCount()).isZero();
            assertThat(threadsOfClients()).isEmpty();
        });
    }

    private static Stream<String> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("HttpClient-")
                        || (name.startsWith("stigg-") && !name.startsWith("stigg-emulator")));
    }

    @Test
    @DisplayName("while they connect leave no thread and no connection")
    void whileConnecting() {
        for (int i = 0; i < 50; i++) {
            client().close();
        }

        awaitNothingLeft();
    }

    @Test
    @DisplayName("leave no thread, no connection and no socket, 200 of them")
    @EnabledOnOs(OS.LINUX)
    void twoHundred() throws IOException {
        long before = sockets();

        for (int batch = 0; batch < 10; batch++) {
            List<Stigg> clients = IntStream.range(0, 20).mapToObj(i -> client()).toList();
            clients.forEach(client -> awaitUpdates(client, Updates.LIVE));
            assertThat(emulator.streams().open()).isEqualTo(20);
            clients.forEach(Stigg::close);
            await().until(() -> emulator.streams().open() == 0);
        }

        awaitNothingLeft();
        await().untilAsserted(() -> assertThat(sockets()).isLessThanOrEqualTo(before));
    }

    private static long sockets() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(NothingLeftTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
