package io.stigg.sdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.stigg.sdk.ManualClock;
import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.usage.UsageEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An outbox in files")
class FileOutboxTest {
    private static final long MOST = 4L * 1024 * 1024;
    private static final long ALL = Long.MAX_VALUE;

    @TempDir
    private Path parent;

    private final ManualClock clock = new ManualClock("2025-01-15T10:00:00Z");
    private final List<EventOutbox> opened = new ArrayList<>();

    private Path directory() {
        return parent.resolve("outbox");
    }

    private EventOutbox open() {
        return open(DiskFile::create, Duration.ofSeconds(1));
    }

    private EventOutbox open(AppendFile.Maker maker, Duration interval) {
        EventOutbox outbox = FileEventOutbox.open(directory(), MOST, interval, clock, maker);
        opened.add(outbox);
        return outbox;
    }

    @AfterEach
    void close() {
        opened.forEach(EventOutbox::close);
    }

    private static void add(EventOutbox outbox, int from, int to) {
        IntStream.range(from, to)
                .forEach(number ->
                        assertThat(outbox.add(Events.numbered(number))).isTrue());
    }

    private static List<Integer> take(EventOutbox outbox, int most) {
        return numbers(outbox.take(most, ALL));
    }

    private static List<Integer> numbers(List<OutboxEntry> entries) {
        return entries.stream().map(entry -> Events.numberOf(entry.event())).toList();
    }

    private static Integer[] range(int from, int to) {
        return IntStream.range(from, to).boxed().toArray(Integer[]::new);
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path onlySegment() {
        assertThat(files(".log")).hasSize(1);
        return files(".log").get(0);
    }

    @Nested
    @DisplayName("that is opened again")
    class Reopened {
        @Test
        @DisplayName("has what was not removed, in order, with what was taken")
        void leftovers() {
            EventOutbox outbox = open();
            add(outbox, 0, 10);
            outbox.remove(outbox.take(3, ALL));
            outbox.take(2, ALL);
            assertThat(outbox.close()).isEmpty();

            EventOutbox next = open();

            assertThat(next.waiting()).isEqualTo(7);
            assertThat(next.oldest()).contains(Events.numbered(3));
            assertThat(take(next, 100)).containsExactly(range(3, 10));
        }

        @Test
        @DisplayName("has what was not removed also if it was never closed, as after a kill")
        void killed() throws IOException {
            EventOutbox outbox = open();
            add(outbox, 0, 10);
            outbox.remove(outbox.take(4, ALL));
            Path copy = copyOfDirectory();

            EventOutbox next = FileOutbox.in(copy).open(clock);
            opened.add(next);

            assertThat(take(next, 100)).containsExactly(range(4, 10));
        }

        private Path copyOfDirectory() throws IOException {
            Path copy = Files.createDirectory(parent.resolve("copy"));
            try (Stream<Path> files = Files.list(directory())) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
            return copy;
        }

        @Test
        @DisplayName("gives out again what was removed behind something that was not, which Stigg counts once")
        void outOfOrder() {
            EventOutbox outbox = open();
            add(outbox, 0, 4);
            outbox.take(1, ALL);
            outbox.remove(outbox.take(2, ALL));
            outbox.close();

            assertThat(take(open(), 100)).containsExactly(0, 1, 2, 3);
        }

        @Test
        @DisplayName("goes on, process after process, without keeping empty files")
        void generations() {
            for (int generation = 0; generation < 5; generation++) {
                EventOutbox outbox = open();
                add(outbox, generation, generation + 1);
                outbox.remove(outbox.take(10, ALL));
                outbox.close();
            }

            EventOutbox last = open();

            assertThat(last.waiting()).isZero();
            assertThat(files(".log")).isEmpty();
        }

        @Test
        @DisplayName("has all events but one that was cut short, wherever it was cut")
        void tornTail() throws IOException {
            EventOutbox outbox = open();
            add(outbox, 0, 3);
            outbox.close();
            Path segment = onlySegment();
            byte[] whole = Files.readAllBytes(segment);
            int last = (whole.length - SegmentHeader.BYTES) / 3;

            for (int cut = 1; cut < last; cut++) {
                Files.write(segment, Arrays.copyOf(whole, whole.length - cut));

                EventOutbox next = open();

                assertThat(next.waiting()).as("cut by %d", cut).isEqualTo(2);
                assertThat(take(next, 10)).containsExactly(0, 1);
                assertThat(files(".damaged")).isEmpty();
                next.close();
            }
        }

        @Test
        @DisplayName("is not stopped by a file without a beginning")
        void emptyFile() throws IOException {
            open().close();
            Files.write(directory().resolve("events-00000007.log"), new byte[5]);

            EventOutbox outbox = open();
            add(outbox, 0, 1);

            assertThat(take(outbox, 10)).containsExactly(0);
            assertThat(onlySegment()).hasFileName("events-00000008.log");
        }

        @Test
        @DisplayName("invents nothing and does not fail, whatever was damaged, and has what was before the damage")
        void damage() throws IOException {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            EventOutbox outbox = open();
            add(outbox, 0, 20);
            outbox.close();
            Path segment = onlySegment();
            byte[] whole = Files.readAllBytes(segment);
            int length = (whole.length - SegmentHeader.BYTES) / 20;

            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                int place = random.nextInt(damaged.length);
                damaged[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(segment, damaged);
                int intact = Math.max(0, (place - SegmentHeader.BYTES) / length - 1);

                EventOutbox next = open();
                List<Integer> found = take(next, 100);

                assertThat(found)
                        .as("seed %d, byte %d", seed, place)
                        .containsExactly(range(0, found.size()))
                        .hasSizeBetween(place < SegmentHeader.BYTES ? 0 : Math.min(intact, 19), 20);
                assertThat(next.waiting()).isZero();
                next.close();
            }
        }

        @Test
        @DisplayName("keeps a damaged file aside, and has what comes after it")
        void damagedInTheMiddle() throws IOException {
            for (int generation = 0; generation < 3; generation++) {
                EventOutbox outbox = open();
                add(outbox, generation * 10, generation * 10 + 10);
                outbox.close();
            }
            Path middle = files(".log").get(1);
            byte[] bytes = Files.readAllBytes(middle);
            bytes[bytes.length / 2] ^= 1;
            Files.write(middle, bytes);

            List<Integer> found = take(open(), 100);

            assertThat(found).startsWith(range(0, 11)).endsWith(range(20, 30)).hasSizeLessThan(30);
            assertThat(files(".damaged"))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(bytes));
        }

        @Test
        @DisplayName("gives out everything that is there when the checkpoint is lost or damaged")
        void checkpoint() throws IOException {
            EventOutbox outbox = open();
            add(outbox, 0, 10);
            outbox.remove(outbox.take(4, ALL));
            outbox.close();
            Files.write(directory().resolve("checkpoint"), new byte[] {1, 2, 3});

            assertThat(take(open(), 100)).containsExactly(range(0, 10));
        }

        @Test
        @DisplayName("goes by the checkpoint before when the last one was cut short")
        void tornCheckpoint() throws IOException {
            EventOutbox outbox = open();
            add(outbox, 0, 10);
            outbox.remove(outbox.take(4, ALL));
            outbox.remove(outbox.take(3, ALL));
            outbox.close();
            Path checkpoint = directory().resolve("checkpoint");
            byte[] bytes = Files.readAllBytes(checkpoint);
            bytes[3] ^= 1;
            Files.write(checkpoint, bytes);

            assertThat(take(open(), 100)).containsExactly(range(4, 10));
        }

        @Test
        @DisplayName("refuses what a newer version has written, and leaves it alone")
        void newer() throws IOException {
            open().close();
            Path segment = directory().resolve("events-00000001.log");
            Files.write(segment, SegmentHeader.ofVersion(2));

            assertThatThrownBy(FileOutboxTest.this::open)
                    .isInstanceOf(StiggOutboxException.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining(directory().toString());
            assertThat(segment).exists();
        }
    }

    @Nested
    @DisplayName("of bounded size")
    class Bounds {
        private int fill(EventOutbox outbox) {
            int number = 0;
            while (outbox.add(Events.numbered(number))) {
                number++;
            }
            return number;
        }

        private long size() {
            return files("").stream().mapToLong(file -> file.toFile().length()).sum();
        }

        @Test
        @DisplayName("has no room beyond it, whether events wait or were taken, and again when they are removed")
        void full() {
            EventOutbox outbox = open();
            int room = fill(outbox);
            List<OutboxEntry> taken = outbox.take(10, ALL);

            boolean whileTaken = outbox.add(Events.numbered(room));
            outbox.remove(taken);

            assertThat(whileTaken).isFalse();
            assertThat(outbox.add(Events.numbered(room))).isTrue();
            assertThat(size()).isBetween(MOST * 9 / 10, MOST + MOST / 16);
        }

        @Test
        @DisplayName("has the same room after it was opened again")
        void reopened() {
            EventOutbox outbox = open();
            int room = fill(outbox);
            outbox.close();

            EventOutbox next = open();

            assertThat(next.waiting()).isEqualTo(room);
            assertThat(next.add(Events.numbered(room))).isFalse();
            assertThat(next.dropOldest()).isTrue();
            assertThat(next.add(Events.numbered(room))).isTrue();
        }

        @Test
        @DisplayName("deletes files as soon as their events are removed")
        void deletes() {
            EventOutbox outbox = open();
            int room = fill(outbox);
            assertThat(files(".log").size()).isGreaterThan(10);

            outbox.remove(outbox.take(room - 1, ALL));

            assertThat(take(outbox, 10)).containsExactly(room - 1);
            assertThat(files(".log")).hasSize(1);
        }

        @Test
        @DisplayName("takes an event as large as there may be")
        void large() {
            EventOutbox outbox = open();
            UsageEvent large = Events.numbered(1).withDimension("text", "x".repeat(990_000));

            outbox.add(Events.numbered(0));
            assertThat(outbox.add(large)).isTrue();
            outbox.add(Events.numbered(2));
            outbox.close();

            assertThat(take(open(), 10)).containsExactly(0, 1, 2);
        }
    }

    @Nested
    @DisplayName("in a directory")
    class Directories {
        @Test
        @DisplayName("that is in use refuses to open, and says by whom")
        void inUse() {
            open();

            assertThatThrownBy(FileOutboxTest.this::open)
                    .isInstanceOfSatisfying(
                            StiggOutboxException.class,
                            refused -> assertThat(refused.isFull()).isFalse())
                    .hasMessageContaining(directory().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }

        @Test
        @DisplayName("gives it free when it is closed, and again does nothing then")
        void free() {
            EventOutbox outbox = open();
            outbox.close();
            outbox.close();

            assertThat(open().waiting()).isZero();
            assertThatThrownBy(() -> outbox.add(Events.numbered(0)))
                    .isInstanceOf(StiggOutboxException.class)
                    .hasMessageContaining("closed");
            assertThat(outbox.oldest()).isEmpty();
            assertThat(outbox.take(1, ALL)).isEmpty();
        }

        @Test
        @DisplayName("that cannot be made refuses to open, and says which")
        void noDirectory() throws IOException {
            Files.writeString(directory(), "a file");

            assertThatThrownBy(FileOutboxTest.this::open)
                    .isInstanceOf(StiggOutboxException.class)
                    .hasMessageContaining(directory().toString());
        }
    }

    @Nested
    @DisplayName("on a disk that fails")
    class FailingDisk {
        private final AtomicBoolean fails = new AtomicBoolean();
        private final AtomicBoolean cannotCut = new AtomicBoolean();

        private AppendFile create(Path path) throws IOException {
            DiskFile disk = DiskFile.create(path);
            return new AppendFile() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    if (fails.get()) {
                        disk.append(Arrays.copyOf(bytes, bytes.length / 2));
                        throw new IOException("No space left on device");
                    }
                    disk.append(bytes);
                }

                @Override
                public void cutTo(long length) throws IOException {
                    if (cannotCut.get()) {
                        throw new IOException("Input/output error");
                    }
                    disk.cutTo(length);
                }

                @Override
                public void force() throws IOException {
                    disk.force();
                }

                @Override
                public void close() throws IOException {
                    disk.close();
                }
            };
        }

        private void failingOnce(EventOutbox outbox) {
            fails.set(true);
            assertThatThrownBy(() -> outbox.add(Events.numbered(99)))
                    .isInstanceOf(StiggOutboxException.class)
                    .hasRootCauseMessage("No space left on device");
            fails.set(false);
        }

        @Test
        @DisplayName("refuses an event that it cannot keep, keeps nothing of it, and goes on when the disk does")
        void refuses() {
            EventOutbox outbox = open(this::create, Duration.ofSeconds(1));
            failingOnce(outbox);
            add(outbox, 0, 3);
            failingOnce(outbox);
            add(outbox, 3, 5);

            assertThat(outbox.waiting()).isEqualTo(5);
            assertThat(take(outbox, 100)).containsExactly(range(0, 5));
            outbox.close();
            assertThat(take(open(), 100)).containsExactly(range(0, 5));
            assertThat(files(".damaged")).isEmpty();
        }

        @Test
        @DisplayName("goes on in another file if what was begun cannot be cut off")
        void abandons() {
            EventOutbox outbox = open(this::create, Duration.ofSeconds(1));
            add(outbox, 0, 3);
            cannotCut.set(true);
            failingOnce(outbox);
            add(outbox, 3, 5);

            assertThat(take(outbox, 100)).containsExactly(range(0, 5));
            outbox.close();
            assertThat(take(open(), 100)).containsExactly(range(0, 5));
        }
    }

    @Nested
    @DisplayName("syncs")
    class Syncs {
        private final AtomicInteger syncs = new AtomicInteger();

        private AppendFile create(Path path) throws IOException {
            DiskFile disk = DiskFile.create(path);
            return new AppendFile() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    disk.append(bytes);
                }

                @Override
                public void cutTo(long length) throws IOException {
                    disk.cutTo(length);
                }

                @Override
                public void force() throws IOException {
                    syncs.incrementAndGet();
                    disk.force();
                }

                @Override
                public void close() throws IOException {
                    disk.close();
                }
            };
        }

        @Test
        @DisplayName("once after a while, however much was written, and not again before more is")
        void interval() {
            EventOutbox outbox = open(this::create, Duration.ofSeconds(1));
            add(outbox, 0, 10);

            clock.advance(Duration.ofMillis(999));
            assertThat(syncs).hasValue(0);
            clock.advance(Duration.ofMillis(1));
            await().untilAtomic(syncs, is(1));
            clock.advance(Duration.ofSeconds(10));
            add(outbox, 10, 11);
            clock.advance(Duration.ofSeconds(1));

            await().untilAtomic(syncs, is(2));
        }

        @Test
        @DisplayName("each event before it counts as accepted, if it is told to")
        void each() {
            add(open(this::create, Duration.ZERO), 0, 3);

            assertThat(syncs).hasValue(3);
        }

        @Test
        @DisplayName("what is left when it is closed, and leaves no thread")
        void atTheEnd() {
            EventOutbox outbox = open(this::create, Duration.ofSeconds(1));
            add(outbox, 0, 3);
            clock.advance(Duration.ofSeconds(1));
            add(outbox, 3, 4);
            outbox.close();

            assertThat(syncs.get()).isGreaterThanOrEqualTo(1);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("stigg-outbox")));
        }
    }

    @Test
    @DisplayName("keeps what an interrupted thread adds, and goes on for the others")
    void interrupted() throws InterruptedException {
        EventOutbox outbox = open();
        CompletableFuture<Boolean> stayed = new CompletableFuture<>();
        Thread adder = new Thread(() -> {
            Thread.currentThread().interrupt();
            add(outbox, 0, 1);
            stayed.complete(Thread.currentThread().isInterrupted());
        });

        adder.start();
        adder.join();
        add(outbox, 1, 2);

        assertThat(stayed).isCompletedWithValue(true);
        assertThat(take(outbox, 10)).containsExactly(0, 1);
    }

    @Test
    @DisplayName("leaves out what is damaged while it is open, and does not count it as waiting")
    void damagedWhileOpen() throws IOException {
        EventOutbox outbox = open();
        add(outbox, 0, 10);
        Path segment = onlySegment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[SegmentHeader.BYTES + 5] ^= 1;
        Files.write(segment, bytes);

        assertThat(take(outbox, 100)).isEmpty();
        assertThat(outbox.waiting()).isZero();
        add(outbox, 10, 12);

        assertThat(take(outbox, 100)).containsExactly(10, 11);
    }

    @Test
    @DisplayName("loses nothing and keeps the order of each thread, while some add and one takes")
    void concurrency() {
        EventOutbox outbox = FileOutbox.in(directory()).open(clock);
        opened.add(outbox);
        int each = 25_000;
        List<CompletableFuture<Void>> adders = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> add(outbox, thread * each, thread * each + each)))
                .toList();

        List<Integer> found = new ArrayList<>();
        while (found.size() < 4 * each) {
            List<OutboxEntry> entries = outbox.take(1_000, ALL);
            found.addAll(numbers(entries));
            outbox.remove(entries);
        }
        adders.forEach(CompletableFuture::join);

        assertThat(found).doesNotHaveDuplicates().hasSize(4 * each);
        for (int thread = 0; thread < 4; thread++) {
            int first = thread * each;
            assertThat(found.stream().filter(number -> number >= first && number < first + each))
                    .isSorted();
        }
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    @DisplayName("refuses options that cannot be meant")
    void options() {
        FileOutbox options = FileOutbox.in(directory());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.ofBytes(1_000))
                .withMessageContaining("most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.syncEvery(Duration.ofSeconds(-1)))
                .withMessageContaining("syncEvery");
        assertThat(options.ofBytes(MOST).syncEvery(Duration.ZERO))
                .hasToString("FileOutbox[" + directory() + ", mostBytes=4194304, syncEvery=PT0S]");
    }
}
