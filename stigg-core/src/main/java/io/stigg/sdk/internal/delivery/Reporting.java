package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.internal.RequestSender;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends what an application reports many of, in chunks of what Stigg takes at once. Thread-safe. */
public final class Reporting {
    private static final int SMALL = 0;

    private final RequestSender sender;
    private final SdkClock clock;

    /**
     * Makes it.
     *
     * @param sender sends a chunk
     * @param clock dates events
     */
    public Reporting(RequestSender sender, SdkClock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Reports usage.
     *
     * @param reports the usage
     * @return the acknowledgements to come
     */
    public CompletableFuture<List<UsageAck>> usage(Collection<ReportUsage> reports) {
        return new ChunkedSend<ReportUsage, UsageAck>(
                        List.copyOf(reports),
                        ReportUsageBulk.MOST,
                        report -> SMALL,
                        chunk -> sender.send(new ReportUsageBulk(chunk)))
                .start();
    }

    /**
     * Reports events. Their time is the same from here on, however often they are sent.
     *
     * @param events the events
     * @return done when they are accepted
     */
    public CompletableFuture<Void> events(Collection<UsageEvent> events) {
        Instant now = clock.now();
        List<UsageEvent> dated = events.stream()
                .map(event -> event.timestamp().isPresent() ? event : event.at(now))
                .toList();
        return new ChunkedSend<UsageEvent, Object>(
                        dated,
                        ReportEvent.MOST,
                        UsageEvent::sizeInBytes,
                        chunk -> sender.send(new ReportEvent(chunk)).thenApply(accepted -> List.of()))
                .start()
                .thenAccept(accepted -> {});
    }

    /**
     * Consumes credits.
     *
     * @param consumptions what is consumed
     * @return done when it is accepted
     */
    public CompletableFuture<Void> consumptions(Collection<ConsumeCredits> consumptions) {
        return new ChunkedSend<ConsumeCredits, Object>(
                        List.copyOf(consumptions),
                        ConsumeCreditsAsync.MOST,
                        consumption -> SMALL,
                        chunk -> sender.send(new ConsumeCreditsAsync(chunk)).thenApply(accepted -> List.of()))
                .start()
                .thenAccept(accepted -> {});
    }
}
