package io.stigg.sdk.reliability;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.outbox.OutboxFactory;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.FlushReport;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Usage that is reported among the faults: events by way of an outbox in memory, events by way of one in files whose client ends
 * and starts again, and numbers. All that was accepted has to be counted once. One thread reports; the rest is another's.
 */
final class Metering implements AutoCloseable {
    static final String IN_MEMORY = "meter-memory";
    static final String IN_FILES = "meter-files";
    static final String REPORTED = "meter-reports";

    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_RESTARTS = Duration.ofMillis(200);

    private final URI stigg;
    private final Path directory;
    private final Violations violations;
    private final AtomicLong inMemory = new AtomicLong();
    private final AtomicLong inFiles = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();
    private final Stigg lasting;
    private final Thread reporter = new Thread(this::report, "reporter");
    private Stigg restarted;
    private int restarts;
    private volatile boolean isOver;

    Metering(URI stigg, Path directory, Violations violations) {
        this.stigg = stigg;
        this.directory = directory;
        this.violations = violations;
        this.lasting = client(MemoryOutbox.ofEvents(100_000));
        this.restarted = client(FileOutbox.in(directory));
    }

    private Stigg client(OutboxFactory outbox) {
        return Fleet.over(stigg)
                .cache(MemoryCache.ofCustomers(10))
                .withoutLiveUpdates()
                .eventOutbox(outbox)
                .eventPublisher(PublisherOptions.defaults()
                        .withLinger(Duration.ofMillis(500))
                        .onUndelivered(lost -> violations.add("an event was given up: " + lost.reason())))
                .build();
    }

    void start() {
        reporter.start();
    }

    private void report() {
        ReportUsage report = nextReport();
        while (!isOver) {
            publish(lasting, IN_MEMORY, inMemory);
            synchronized (this) {
                publish(restarted, IN_FILES, inFiles);
            }
            if (isAccepted(report)) {
                reported.incrementAndGet();
                report = nextReport();
            }
            Pause.of(BETWEEN_EVENTS);
        }
        // Whether it was counted is unknown, so it is reported until it is known.
        while (!isAccepted(report)) {
            Pause.of(BETWEEN_EVENTS);
        }
        reported.incrementAndGet();
    }

    private static ReportUsage nextReport() {
        return ReportUsage.of(REPORTED, Shop.REPORTS, 1);
    }

    private static void publish(Stigg client, String customerId, AtomicLong accepted) {
        try {
            client.usage().publisher().publish(UsageEvent.of(customerId, Shop.REQUEST_EVENT));
            accepted.incrementAndGet();
        } catch (StiggOutboxException full) {
            // Not accepted, so not to be counted.
        }
    }

    private boolean isAccepted(ReportUsage report) {
        try {
            lasting.reportUsage(report);
            return true;
        } catch (StiggException unknown) {
            return false;
        }
    }

    /** Ends the client whose outbox is in files, with what it has not sent yet, and starts another. */
    synchronized void restart() {
        restarted.usage().publisher().close(AT_RESTARTS);
        restarted.close();
        restarted = client(FileOutbox.in(directory));
        restarts++;
    }

    int restarts() {
        return restarts;
    }

    long accepted() {
        return inMemory.get() + inFiles.get() + reported.get();
    }

    /** Reports no more, brings all that is left, and compares. */
    void settle(Backend backend) throws IOException {
        isOver = true;
        Pause.until(reporter);
        flush(lasting);
        flush(restarted);
        compare("events of an outbox in memory", inMemory.get(), backend.usage(IN_MEMORY, Shop.REQUESTS));
        compare("events of an outbox in files", inFiles.get(), backend.usage(IN_FILES, Shop.REQUESTS));
        compare("reports", reported.get(), backend.usage(REPORTED, Shop.REPORTS));
    }

    private void flush(Stigg client) {
        FlushReport report = client.usage().publisher().flush(PATIENCE);
        if (!report.isComplete()) {
            violations.add("events were not delivered in time: " + report);
        }
    }

    private void compare(String what, long accepted, long counted) {
        if (accepted != counted) {
            violations.add(accepted + " " + what + " were accepted, and " + counted + " counted");
        }
    }

    @Override
    public void close() {
        isOver = true;
        lasting.close();
        restarted.close();
    }
}
