package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.outbox.OutboxFactory;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Publishing from two threads to a Stigg that answers at once, so that what is measured is what a request pays, in a steady
 * state: publishers wait when the courier does not keep up. Beside it the JDK's bounded queue with a thread that empties it.
 * Thread-safe once it is set up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init")
public class PublishBenchmark {
    private static final int ROOM = 100_000;

    /** Where events are kept: {@code memory} or {@code file}. */
    @Param({"memory", "file"})
    public String outbox;

    private UsageEvent event;
    private Stigg stigg;
    private EventPublisher publisher;
    private BlockingQueue<UsageEvent> queue;
    private Thread emptying;

    /** For JMH. */
    public PublishBenchmark() {}

    /**
     * Makes the client and the queue.
     *
     * @throws IOException if there is no place for files
     */
    @Setup
    public void setUp() throws IOException {
        event = UsageEvent.of("customer-acme", "api_call")
                .at(Instant.parse("2025-01-15T10:00:00Z"))
                .withDimensions(Map.of("route", "/v1/things", "bytes", 1_234, "region", "eu-west-1"));
        stigg = Stigg.builder()
                .transport(clock -> TransportPorts.of(new CannedTransport(), UpdateStream.none()))
                .cache(MemoryCache.ofCustomers(10))
                .eventOutbox(factory())
                .eventPublisher(PublisherOptions.defaults().withWhenFull(WhenFull.block(Duration.ofSeconds(10))))
                .build();
        publisher = stigg.usage().publisher();
        queue = new ArrayBlockingQueue<>(ROOM);
        emptying = new Thread(this::empty);
        emptying.setDaemon(true);
        emptying.start();
    }

    private OutboxFactory factory() throws IOException {
        if (outbox.equals("memory")) {
            return MemoryOutbox.ofEvents(ROOM);
        }
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "outbox");
        return FileOutbox.in(directory);
    }

    private void empty() {
        List<UsageEvent> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, 999);
                batch.clear();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends both. */
    @TearDown
    public void tearDown() {
        emptying.interrupt();
        stigg.close();
    }

    /** Publishes an event that is there already. */
    @Benchmark
    public void publish() {
        publisher.publish(event);
    }

    /** Makes an event, with a random key, and publishes it. */
    @Benchmark
    public void makeAndPublish() {
        publisher.publish(UsageEvent.of("customer-acme", "api_call").withDimension("bytes", 1_234));
    }

    /**
     * Puts an event into a bounded queue of the JDK's.
     *
     * @throws InterruptedException if JMH interrupts it
     */
    @Benchmark
    public void bareQueue() throws InterruptedException {
        queue.put(event);
    }

    /** Brings what was published to Stigg, and counts it. */
    long delivered() {
        publisher.flush(Duration.ofSeconds(10));
        return publisher.statistics().delivered();
    }
}
