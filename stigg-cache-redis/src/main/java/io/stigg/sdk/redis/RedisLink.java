package io.stigg.sdk.redis;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggCacheException;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.thread.IdleThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisAuthRequiredException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisRetryException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.RedisWrongPasswordException;
import org.redisson.client.codec.StringCodec;

/**
 * The way to Redis: connects in the background, and fails at once while Redis is known to be away, so that no check waits
 * for what will not answer. Thread-safe.
 *
 * <p>One failure to reach Redis is enough to leave it alone. Then it is probed, soon at first, every five seconds at
 * last; when it answers, what has waited for that is done before anything else is asked of it.
 */
@Singleton
final class RedisLink implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.redis");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** For so long what is asked at the start waits for the first connection. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** So many at once, after a loss, because each takes a connection of its own, any of which may be one to what was. */
    private static final int PROBES = OwnRedisson.CONNECTIONS;

    private final RedisConnector connector;
    private final Keys keys;
    private final SdkClock clock;
    private final ThreadPoolExecutor thread = IdleThread.named("stigg-redis");
    private final CompletableFuture<RedissonClient> client = new CompletableFuture<>();
    private final CompletableFuture<Boolean> firstVerdict = new CompletableFuture<>();
    private final List<Supplier<CompletionStage<?>>> amends = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenUp = new CopyOnWriteArrayList<>();
    private volatile boolean up;
    private CompletableFuture<?> unfinished = CompletableFuture.completedFuture(null);
    private boolean closed;
    private boolean probing;
    private Duration pause = FIRST_PAUSE;
    private Registration timer = () -> {};
    private boolean reported;

    @Inject
    RedisLink(RedisConnector connector, Keys keys, SdkClock clock) {
        this.connector = connector;
        this.keys = keys;
        this.clock = clock;
    }

    /** Begins to connect. */
    void start() {
        Registration patience = clock.schedule(GRACE, () -> firstVerdict.complete(false));
        firstVerdict.whenComplete((verdict, failure) -> patience.close());
        thread.execute(this::connect);
        probe();
    }

    private void connect() {
        try {
            client.complete(connector.connect());
        } catch (RuntimeException misconfigured) {
            client.completeExceptionally(misconfigured);
        }
    }

    /** Adds what is to be made good before Redis counts as reachable again. */
    void beforeUp(Supplier<CompletionStage<?>> amend) {
        amends.add(amend);
    }

    /** Adds what is done when Redis has become reachable, now if it is. */
    Registration whenUp(Runnable action) {
        whenUp.add(action);
        if (up) {
            action.run();
        }
        return () -> whenUp.remove(action);
    }

    boolean isUp() {
        return up;
    }

    /** Completes with whether Redis is reachable, as soon as that is known, or has taken too long to find out. */
    CompletableFuture<Boolean> whetherUp() {
        return firstVerdict.thenApply(verdict -> up);
    }

    /** Asks Redis. The stage fails when Redis is away, at once if that is known. */
    <T> CompletionStage<T> call(Function<RedissonClient, ? extends CompletionStage<T>> command) {
        return up ? attempt(command) : whetherUp().thenCompose(isUp -> isUp ? attempt(command) : away());
    }

    private <T> CompletionStage<T> attempt(Function<RedissonClient, ? extends CompletionStage<T>> command) {
        return dispatch(command).whenComplete((answer, failure) -> {
            if (failure != null && isAway(failure)) {
                lost(failure);
            }
        });
    }

    /**
     * Asks on a thread of this link. Any command may be the one that opens a connection, and Netty leaves in the thread that
     * does what keeps its classes from being unloaded; the caller's may be a server's, and outlive the application.
     */
    private <T> CompletionStage<T> dispatch(Function<RedissonClient, ? extends CompletionStage<T>> command) {
        return client.<CompletionStage<T>>thenApplyAsync(command, thread).thenCompose(asked -> asked);
    }

    private <T> CompletionStage<T> away() {
        return CompletableFuture.failedFuture(new StiggCacheException("Redis cannot be reached", null));
    }

    /** Tells failures of Redis from refusals of one command. */
    private static boolean isAway(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof RedisConnectionException
                || cause instanceof RedisTimeoutException
                || cause instanceof RedisNodeNotFoundException
                || cause instanceof RedisRetryException
                || cause instanceof RedisWrongPasswordException
                || cause instanceof RedisAuthRequiredException
                || !(cause instanceof RedisException || cause instanceof IllegalArgumentException);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void lost(Throwable failure) {
        synchronized (this) {
            if (closed) {
                return;
            }
            up = false;
            report(failure);
        }
        probeLater();
    }

    /** Messages of the library can hold what was to be written, so they are not told. */
    private synchronized void report(Throwable failure) {
        if (!reported) {
            reported = true;
            LOG.log(
                    Level.WARNING,
                    "Redis cannot be used, and is done without until it can be: " + connector + ", "
                            + cause(failure).getClass().getSimpleName());
        }
    }

    private synchronized void probeLater() {
        if (!closed && !probing) {
            probing = true;
            timer = clock.schedule(pause, this::probe);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void probe() {
        synchronized (this) {
            probing = true;
        }
        answers().thenCompose(there -> amended()).whenComplete((done, failure) -> probed(failure));
    }

    private CompletionStage<?> answers() {
        int count = hasFailed() ? PROBES : 1;
        return dispatch(redisson ->
                CompletableFuture.allOf(Stream.generate(() -> redisson.getBucket(keys.followed(), StringCodec.INSTANCE)
                                .isExistsAsync()
                                .toCompletableFuture())
                        .limit(count)
                        .toArray(CompletableFuture[]::new)));
    }

    private synchronized boolean hasFailed() {
        return reported;
    }

    private CompletionStage<?> amended() {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Supplier<CompletionStage<?>> amend : amends) {
            all = all.thenCompose(done -> amend.get());
        }
        return all;
    }

    private void probed(@Nullable Throwable failure) {
        synchronized (this) {
            probing = false;
            if (closed) {
                return;
            }
            if (failure == null) {
                up = true;
                pause = FIRST_PAUSE;
                if (reported) {
                    LOG.log(Level.INFO, "Redis can be used again: " + connector);
                    reported = false;
                }
            } else {
                report(failure);
            }
        }
        firstVerdict.complete(failure == null);
        if (failure == null) {
            whenUp.forEach(Runnable::run);
        } else {
            probeLater();
        }
    }

    /** Adds what closing waits for, for a second at most. */
    synchronized void beforeClose(CompletionStage<?> task) {
        unfinished = CompletableFuture.allOf(unfinished, task.toCompletableFuture());
    }

    private synchronized CompletableFuture<?> unfinished() {
        return unfinished;
    }

    private void finish() {
        try {
            unfinished().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinishedStill) {
            LOG.log(Level.DEBUG, "Redis is left before everything was written", unfinishedStill);
        }
    }

    /** Asks Redis even while it counts as away: for what is to be made good before it counts as reachable. */
    <T> CompletionStage<T> insist(Function<RedissonClient, ? extends CompletionStage<T>> command) {
        return dispatch(command);
    }

    @Override
    public void close() {
        if (up) {
            finish();
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            up = false;
            timer.close();
        }
        firstVerdict.complete(false);
        thread.shutdown();
        // Also if it is still about to be made.
        client.thenAccept(connector::disconnect);
    }
}
