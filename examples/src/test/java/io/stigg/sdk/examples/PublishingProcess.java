package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/** A process that publishes events until it is killed, and writes down each that was accepted. */
final class PublishingProcess {
    private static final int RECORD = 2 * Integer.BYTES;

    private PublishingProcess() {}

    static String key(int run, int number) {
        return run + "-" + number;
    }

    /** Takes where Stigg is, where the outbox is, where to write, and which run it is. */
    public static void main(String... arguments) throws IOException {
        int run = Integer.parseInt(arguments[3]);
        Stigg stigg = UsageDeliveryTest.client(URI.create(arguments[0]))
                .eventOutbox(FileOutbox.in(Path.of(arguments[1])))
                .eventPublisher(PublisherOptions.defaults()
                        .withBatchSize(200)
                        .withLinger(Duration.ofMillis(20))
                        .withWhenFull(WhenFull.block(Duration.ofMinutes(1))))
                .build();
        EventPublisher publisher = stigg.usage().publisher();
        // The process is killed, so nothing is closed, and one write to the operating system is all there is time for.
        try (FileOutputStream accepted = new FileOutputStream(arguments[2], true)) {
            for (int number = 0; ; number++) {
                publisher.publish(UsageEvent.of("cust-1", "api_call").withIdempotencyKey(key(run, number)));
                accepted.write(
                        ByteBuffer.allocate(RECORD).putInt(run).putInt(number).array());
            }
        }
    }
}
