package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggCacheException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.FetchCoordinator;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets one process ask for what several are missing. Thread-safe.
 *
 * <p>Source: the locks, channels and messages are those of the Node server SDK 4.55, so that its processes wait for this
 * one and this one for them. Otherwise than there, a process that waits looks at what it was told of and asks by itself if
 * that is not enough; that another one has failed only means that the next one tries.
 */
@Singleton
final class RedisFetchCoordinator implements FetchCoordinator {
    /** Source: Node waits for as long as entitlements may take, 10 seconds, and half a second more. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(10_500);

    /** A process that dies tells nobody; its lock ends within five seconds. */
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(1);

    private final RedisLink redis;
    private final RedisLock locks;
    private final Keys keys;
    private final PendingReads reads;
    private final CustomerTurns turns;
    private final SdkClock clock;
    private final boolean asksWithoutRedis;

    @Inject
    RedisFetchCoordinator(
            RedisLink redis,
            RedisLock locks,
            Keys keys,
            PendingReads reads,
            CustomerTurns turns,
            SdkClock clock,
            RedisCache options) {
        this.redis = redis;
        this.locks = locks;
        this.keys = keys;
        this.reads = reads;
        this.turns = turns;
        this.clock = clock;
        this.asksWithoutRedis = options.asksWithoutRedis();
    }

    @Override
    public CompletionStage<EntitlementSnapshot> fetch(CustomerScope scope, Question question) {
        return redis.whetherUp()
                .thenCompose(isUp ->
                        isUp ? compete(scope, question, clock.now().plus(LONGEST_WAIT)) : alone(scope, question));
    }

    private CompletionStage<EntitlementSnapshot> alone(CustomerScope scope, Question question) {
        return asksWithoutRedis
                ? question.ask(scope)
                : CompletableFuture.failedFuture(
                        new StiggCacheException("Redis cannot be reached, and Stigg is not to be asked instead", null));
    }

    private CompletionStage<EntitlementSnapshot> compete(CustomerScope scope, Question question, Instant deadline) {
        return locks.tryAcquire(keys.fetchLock(scope))
                .handle((lock, failure) -> {
                    if (failure != null) {
                        return alone(scope, question);
                    }
                    return lock.map(held -> lead(held, scope, question))
                            .orElseGet(() -> waitForOther(scope, question, deadline));
                })
                .thenCompose(outcome -> outcome);
    }

    private CompletionStage<EntitlementSnapshot> lead(RedisLock.Held lock, CustomerScope scope, Question question) {
        return reads.read(scope)
                .thenCompose(found -> found.snapshot()
                        .filter(question::isAnsweredBy)
                        .<CompletionStage<EntitlementSnapshot>>map(CompletableFuture::completedFuture)
                        .orElseGet(() -> ask(scope, question, found.lacksCustomer() || lacksCustomer(scope, found))))
                .handle((answer, failure) -> conclude(lock, scope, failure)
                        .thenCompose(done -> failure == null
                                ? CompletableFuture.completedFuture(answer)
                                : CompletableFuture.<EntitlementSnapshot>failedFuture(RedisLink.cause(failure))))
                .thenCompose(outcome -> outcome);
    }

    /** Whoever finds no resource does not learn whether there is its customer. */
    private static boolean lacksCustomer(CustomerScope scope, Found found) {
        return scope.resourceId().isPresent() && found.snapshot().isEmpty();
    }

    /** Source: Node fetches the customer as well when a resource is missing because of it. */
    private CompletionStage<EntitlementSnapshot> ask(CustomerScope scope, Question question, boolean lacksCustomer) {
        CustomerScope customer = CustomerScope.of(scope.customerId());
        return lacksCustomer
                ? reads.read(customer)
                        .thenCompose(found -> found.snapshot().isPresent()
                                ? CompletableFuture.completedFuture(null)
                                : question.ask(customer))
                        // Without it the answer is not shared, but still an answer.
                        .handle((known, failure) -> question.ask(scope))
                        .thenCompose(answer -> answer)
                : question.ask(scope);
    }

    /** Tells the others once the answer can be read. */
    private CompletionStage<?> conclude(RedisLock.Held lock, CustomerScope scope, Throwable failure) {
        JsonObject message = new JsonObject();
        if (failure != null) {
            message.addProperty("error", "the entitlements could not be fetched");
        }
        return turns.after(scope.customerId(), () -> CompletableFuture.completedFuture(true))
                .thenCompose(written -> lock.release())
                .thenCompose(released -> new Channel(redis, keys.fetchChannel(scope)).publish(message.toString()))
                .handle((told, notTold) -> true);
    }

    private CompletionStage<EntitlementSnapshot> waitForOther(
            CustomerScope scope, Question question, Instant deadline) {
        if (!clock.now().isBefore(deadline)) {
            return question.ask(scope);
        }
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        return new Channel(redis, keys.fetchChannel(scope))
                .subscribe(message -> told.complete(true))
                .handle((subscription, failure) -> failure != null
                        ? alone(scope, question)
                        : listen(subscription, told, scope, question, deadline))
                .thenCompose(outcome -> outcome);
    }

    /** What was told before this process listened is not told again: so it looks once more before it waits. */
    private CompletionStage<EntitlementSnapshot> listen(
            Registration subscription,
            CompletableFuture<Boolean> told,
            CustomerScope scope,
            Question question,
            Instant deadline) {
        return answer(scope, question)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(found)
                        : patiently(told).thenCompose(over -> answer(scope, question)))
                .whenComplete((found, failure) -> subscription.close())
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(found.get())
                        : compete(scope, question, deadline));
    }

    private CompletableFuture<Boolean> patiently(CompletableFuture<Boolean> told) {
        Registration timer = clock.schedule(LOOKS_AGAIN_AFTER, () -> told.complete(false));
        return told.whenComplete((message, failure) -> timer.close());
    }

    private CompletableFuture<Optional<EntitlementSnapshot>> answer(CustomerScope scope, Question question) {
        return reads.read(scope).thenApply(found -> found.snapshot().filter(question::isAnsweredBy));
    }
}
