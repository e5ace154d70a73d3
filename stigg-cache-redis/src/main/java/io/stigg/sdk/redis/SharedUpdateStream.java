package io.stigg.sdk.redis;

import com.google.gson.JsonParseException;
import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The stream of updates, shared by all processes: one of them opens it and tells the others. Thread-safe.
 *
 * <p>To the core it looks like any other stream: each opening opens once and ends once, and the core opens the next. An
 * opening leads if it gets the lock, else it follows whoever has it; if Redis is away, each process is on its own.
 */
@Singleton
final class SharedUpdateStream implements UpdateStream {
    /** Whoever leads and is not heard for so long is taken for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final TransportPorts transport;
    private final RedisLink redis;
    private final RedisLock locks;
    private final Keys keys;
    private final Lasting lasting;
    private final CustomerTurns turns;
    private final Followed followed;
    private final Hearsay hearsay;
    private final Nonsense nonsense;
    private final SdkClock clock;
    private final Channel channel;
    private volatile @Nullable Membership latest;

    @Inject
    SharedUpdateStream(
            TransportPorts transport,
            RedisLink redis,
            RedisLock locks,
            Keys keys,
            Lasting lasting,
            CustomerTurns turns,
            Followed followed,
            Hearsay hearsay,
            Nonsense nonsense,
            Amends amends,
            SdkClock clock) {
        this.transport = transport;
        this.redis = redis;
        this.locks = locks;
        this.keys = keys;
        this.lasting = lasting;
        this.turns = turns;
        this.followed = followed;
        this.hearsay = hearsay;
        this.nonsense = nonsense;
        this.clock = clock;
        this.channel = new Channel(redis, keys.updatesChannel());
        lasting.findAtStart();
        amends.whenOwed(this::redisIsBehind);
    }

    @Override
    public Registration open(UpdateListener listener) {
        Membership membership = new Membership(listener);
        latest = membership;
        redis.whetherUp().thenAccept(isUp -> membership.inOrder.run(isUp ? membership::join : membership::goAlone));
        return membership::close;
    }

    /** What is in Redis does not keep up with what was told: this stretch is over, and another one begins. */
    private void redisIsBehind() {
        Membership membership = latest;
        if (membership != null) {
            membership.inOrder.run(membership::stopLeading);
        }
    }

    private static StiggTransportException lost(String why) {
        return StiggTransportException.unreachable(why, null);
    }

    /** One opening. Everything happens in order, so that its fields need no lock. */
    private final class Membership {
        private final OneByOne inOrder = new OneByOne();
        private final UpdateListener listener;
        private volatile boolean isOver;
        private boolean hasLeft;
        private Registration subscription = () -> {};
        private Registration stream = () -> {};
        private Registration timer = () -> {};
        private Registration whenUp = () -> {};
        private @Nullable Leadership leadership;
        private RedisLock.@Nullable Held lock;
        private @Nullable String leader;
        private long heard;
        private Instant heardAt = Instant.MIN;

        Membership(UpdateListener listener) {
            this.listener = listener;
        }

        private void join() {
            if (!isOver) {
                channel.subscribe(message -> inOrder.run(() -> hear(message)))
                        .whenComplete((made, failure) -> inOrder.run(() -> joined(made)));
            }
        }

        private void joined(@Nullable Registration made) {
            if (made == null) {
                goAlone();
                return;
            }
            subscription = made;
            if (isOver) {
                made.close();
            } else {
                campaign();
            }
        }

        private void campaign() {
            locks.tryAcquire(keys.leaderLock())
                    .thenAccept(acquired -> inOrder.run(() -> decide(acquired.orElse(null))))
                    .exceptionally(failure -> {
                        inOrder.run(this::goAlone);
                        return null;
                    });
        }

        private void decide(RedisLock.@Nullable Held held) {
            if (isOver || leader != null) {
                // It was closed meanwhile, or has heard of somebody who leads.
                if (held != null) {
                    held.release();
                }
                lookLater();
            } else if (held != null) {
                lead(held);
            } else {
                lookLater();
            }
        }

        private void lookLater() {
            if (!isOver) {
                timer = clock.schedule(LOOKS_EVERY, () -> inOrder.run(this::look));
            }
        }

        private void look() {
            if (isOver) {
                return;
            }
            if (clock.now().isBefore(heardAt.plus(PATIENCE))) {
                lookLater();
            } else if (leader != null) {
                end(lost("the process that follows Stigg for all has fallen silent"));
            } else {
                campaign();
            }
        }

        private void lead(RedisLock.Held held) {
            lock = held;
            Leadership mine =
                    new Leadership(channel, lasting, followed, turns, clock, () -> inOrder.run(this::stopLeading));
            leadership = mine;
            held.whenLost(() -> inOrder.run(this::stopLeading));
            openStream(new UpdateListener() {
                @Override
                public void onOpen() {
                    mine.begin();
                    listener.onOpen();
                }

                @Override
                public void onUpdate(Update update) {
                    mine.share(update, () -> listener.onUpdate(update));
                }

                @Override
                public void onEnd(Throwable cause) {
                    end(cause);
                }
            });
        }

        private void stopLeading() {
            if (leadership != null) {
                end(lost("Redis does not keep up with what Stigg tells"));
            }
        }

        private void goAlone() {
            if (leader != null) {
                lookLater();
                return;
            }
            if (isOver) {
                return;
            }
            if (!redis.isUp()) {
                whenUp = redis.whenUp(() -> inOrder.run(() -> end(lost("Redis can be used again"))));
            }
            openStream(new UpdateListener() {
                @Override
                public void onOpen() {
                    listener.onOpen();
                }

                @Override
                public void onUpdate(Update update) {
                    listener.onUpdate(update);
                }

                @Override
                public void onEnd(Throwable cause) {
                    end(cause);
                }
            });
        }

        private void openStream(UpdateListener told) {
            Registration opened = transport.updates().open(new UpdateListener() {
                @Override
                public void onOpen() {
                    inOrder.run(() -> unlessOver(told::onOpen));
                }

                @Override
                public void onUpdate(Update update) {
                    inOrder.run(() -> unlessOver(() -> told.onUpdate(update)));
                }

                @Override
                public void onEnd(Throwable cause) {
                    inOrder.run(() -> unlessOver(() -> told.onEnd(cause)));
                }
            });
            stream = opened;
            if (isOver) {
                opened.close();
            }
        }

        private void unlessOver(Runnable action) {
            if (!isOver) {
                action.run();
            }
        }

        private void hear(String text) {
            if (isOver || leadership != null) {
                return;
            }
            try {
                hear(LeaderMessage.read(text, clock.now()));
            } catch (JsonParseException | IllegalArgumentException senseless) {
                nonsense.found("a message about what has changed", senseless);
            }
        }

        private void hear(LeaderMessage message) {
            String stretch = message.stretch().orElse(null);
            if (leader == null) {
                if (stretch != null && message.update().isEmpty()) {
                    follow(message, stretch);
                }
                return;
            }
            if (stretch == null) {
                if (message.leader().equals(leader)) {
                    end(lost("the process that follows Stigg for all has stopped"));
                }
                return;
            }
            long expected = heard + (message.update().isPresent() ? 1 : 0);
            if (!message.leader().equals(leader) || message.number() != expected) {
                end(lost("messages of the process that follows Stigg for all are missing"));
                return;
            }
            heard = message.number();
            heardAt = clock.now();
            followed.lasts(stretch, heardAt);
            message.update().ifPresent(update -> hearsay.tell(() -> listener.onUpdate(update)));
        }

        private void follow(LeaderMessage message, String stretch) {
            leader = message.leader();
            heard = message.number();
            heardAt = clock.now();
            followed.lasts(stretch, heardAt);
            listener.onOpen();
        }

        private void end(Throwable cause) {
            if (!isOver) {
                isOver = true;
                leave();
                listener.onEnd(cause);
            }
        }

        void close() {
            isOver = true;
            inOrder.run(this::leave);
        }

        private void leave() {
            if (hasLeft) {
                return;
            }
            hasLeft = true;
            timer.close();
            whenUp.close();
            stream.close();
            subscription.close();
            if (leadership == null) {
                followed.isOver(clock.now());
            } else {
                RedisLock.Held held = lock;
                redis.beforeClose(leadership
                        .end()
                        .thenCompose(told -> held == null ? CompletableFuture.completedFuture(null) : held.release()));
            }
        }
    }
}
