package io.stigg.sdk.redis;

import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the process does that follows Stigg for all: tells the others every update after it has been written to Redis, and
 * gives a sign of life each second. Thread-safe.
 */
final class Leadership {
    static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    /** More than that not told yet means that Redis does not keep up. */
    private static final int MOST_UNTOLD = 10_000;

    private final String name = UUID.randomUUID().toString();
    private final Channel channel;
    private final Lasting lasting;
    private final Followed followed;
    private final CustomerTurns turns;
    private final SdkClock clock;
    private final Runnable whenFailing;
    private CompletableFuture<?> told = CompletableFuture.completedFuture(null);
    private Registration timer = () -> {};
    private @Nullable String stretch;
    private long number;
    private int untold;

    /**
     * @param channel where the others listen
     * @param lasting is told what lasts
     * @param followed is told as well
     * @param turns say when an update has been written
     * @param clock gives the signs of life
     * @param whenFailing is run when the others cannot be told, any number of times
     */
    Leadership(
            Channel channel,
            Lasting lasting,
            Followed followed,
            CustomerTurns turns,
            SdkClock clock,
            Runnable whenFailing) {
        this.channel = channel;
        this.lasting = lasting;
        this.followed = followed;
        this.turns = turns;
        this.clock = clock;
        this.whenFailing = whenFailing;
    }

    /** Every change is told from now on. */
    void begin() {
        renew();
        giveSignOfLife();
    }

    /** What was fetched before no longer counts as fetched in this stretch. */
    private void renew() {
        String fresh = UUID.randomUUID().toString();
        synchronized (this) {
            stretch = fresh;
        }
        followed.lasts(fresh, clock.now());
    }

    private void giveSignOfLife() {
        next(() -> publish(number -> message(number, Optional.empty()))
                .thenCompose(done -> stretch()
                        .<CompletionStage<?>>map(lasting::tell)
                        .orElseGet(() -> CompletableFuture.completedFuture(null))));
        synchronized (this) {
            if (stretch != null) {
                timer = clock.schedule(SIGN_OF_LIFE, this::giveSignOfLife);
            }
        }
    }

    /** Tells the others, after what the core makes of it. */
    void share(Update update, Runnable told) {
        if (update instanceof PackagePublished published
                && published.migration() != PackagePublished.Migration.NEW_CUSTOMERS) {
            renew();
        }
        told.run();
        synchronized (this) {
            untold++;
        }
        customer(update)
                .map(scope -> turns.after(scope.customerId(), () -> CompletableFuture.completedFuture(true)))
                .orElseGet(() -> CompletableFuture.completedFuture(true))
                .thenRun(() -> next(() -> {
                    synchronized (this) {
                        untold--;
                        number++;
                    }
                    return publish(number -> message(number, Optional.of(update)));
                }));
        if (isOverwhelmed()) {
            whenFailing.run();
        }
    }

    private synchronized boolean isOverwhelmed() {
        return untold > MOST_UNTOLD;
    }

    private static Optional<CustomerScope> customer(Update update) {
        if (update instanceof EntitlementSnapshot snapshot) {
            return Optional.of(snapshot.scope());
        }
        if (update instanceof UsageReading reading) {
            return Optional.of(reading.scope());
        }
        return update instanceof EntitlementsInvalidated invalidated
                ? Optional.of(invalidated.scope())
                : Optional.empty();
    }

    /** One message after the other, so that they keep their order. */
    private synchronized void next(Supplier<CompletionStage<?>> message) {
        told = told.thenCompose(before -> isOver() ? CompletableFuture.completedFuture(null) : message.get())
                .exceptionally(failure -> {
                    whenFailing.run();
                    return null;
                });
    }

    private CompletionStage<?> publish(Function<Long, LeaderMessage> message) {
        long current;
        synchronized (this) {
            current = number;
        }
        return channel.publish(message.apply(current).text());
    }

    private LeaderMessage message(long number, Optional<Update> update) {
        return new LeaderMessage(name, stretch(), number, update);
    }

    private synchronized Optional<String> stretch() {
        return Optional.ofNullable(stretch);
    }

    private synchronized boolean isOver() {
        return stretch == null;
    }

    /** Not every change is told any more. */
    CompletionStage<?> end() {
        synchronized (this) {
            if (stretch == null) {
                return CompletableFuture.completedFuture(null);
            }
            stretch = null;
            timer.close();
        }
        followed.isOver(clock.now());
        return channel.publish(new LeaderMessage(name, Optional.empty(), 0, Optional.empty()).text())
                .handle((done, failure) -> true);
    }
}
