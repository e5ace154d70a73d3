package io.stigg.sdk.testkit;

import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.testkit.contract.UpdateStreamContract;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Streams that break one rule each, but for one. Not run by themselves: {@link ContractsCatchTest} runs them. */
final class BrokenStreams {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "updates");
        thread.setDaemon(true);
        return thread;
    };

    private BrokenStreams() {}

    /** A stream that does all right, to be broken. */
    private abstract static class Broken extends UpdateStreamContract {
        @Override
        protected TransportPorts portsTo(StiggBackend backend, SdkClock clientClock) {
            TransportPorts sound = backend.transport().create(clientClock);
            return TransportPorts.of(sound.transport(), broken(sound.updates()));
        }

        abstract UpdateStream broken(UpdateStream sound);

        @Override
        protected Duration patience() {
            return Duration.ofMillis(150);
        }
    }

    /** Passes on what it is told, to be broken. */
    private static class Passing implements UpdateListener {
        final UpdateListener to;

        Passing(UpdateListener to) {
            this.to = to;
        }

        @Override
        public void onOpen() {
            to.onOpen();
        }

        @Override
        public void onUpdate(Update update) {
            to.onUpdate(update);
        }

        @Override
        public void onEnd(Throwable cause) {
            to.onEnd(cause);
        }
    }

    static class DropsAnUpdate extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                private int updates;

                @Override
                public void onUpdate(Update update) {
                    if (updates++ != 7) {
                        super.onUpdate(update);
                    }
                }
            });
        }
    }

    static class ForgetsPeriods extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update instanceof UsageReading reading ? withoutPeriod(reading) : update);
                }
            });
        }

        private static UsageReading withoutPeriod(UsageReading reading) {
            return new UsageReading(
                    reading.scope(),
                    reading.ref(),
                    new Usage(
                            reading.usage().currentUsage(),
                            UsagePeriod.none(),
                            reading.usage().updatedAt()));
        }
    }

    static class Reorders extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                private int updates;
                private @Nullable Update held;

                @Override
                public void onUpdate(Update update) {
                    if (updates++ == 3) {
                        held = update;
                        return;
                    }
                    super.onUpdate(update);
                    if (held != null) {
                        super.onUpdate(held);
                        held = null;
                    }
                }
            });
        }
    }

    static class RepeatsAnUpdate extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                private int updates;

                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update);
                    if (updates++ == 0) {
                        super.onUpdate(update);
                    }
                }
            });
        }
    }

    static class OpensTwice extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onUpdate(Update update) {
                    super.onOpen();
                    super.onUpdate(update);
                }
            });
        }
    }

    static class OpensBeforeItIsOpen extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> {
                listener.onOpen();
                return sound.open(new Passing(listener) {
                    @Override
                    public void onOpen() {}
                });
            };
        }
    }

    static class EndsTwice extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onEnd(Throwable cause) {
                    super.onEnd(cause);
                    super.onEnd(cause);
                }
            });
        }
    }

    static class EndsWithWhatever extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onEnd(Throwable cause) {
                    super.onEnd(new StiggProtocolException("something went wrong", "$", cause));
                }
            });
        }
    }

    static class EndsInSilence extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onEnd(Throwable cause) {}
            });
        }
    }

    static class ReconnectsByItself extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onEnd(Throwable cause) {
                    super.onEnd(cause);
                    sound.open(listener);
                }
            });
        }
    }

    static class GoesOnAfterClose extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> {
                sound.open(listener);
                return () -> {};
            };
        }
    }

    static class TellsTheEndOnClose extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> {
                Registration stream = sound.open(listener);
                return () -> {
                    stream.close();
                    listener.onEnd(StiggTransportException.unreachable("closed", null));
                };
            };
        }
    }

    static class WaitsForStigg extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> {
                CountDownLatch settled = new CountDownLatch(1);
                Registration stream = sound.open(new Passing(listener) {
                    @Override
                    public void onOpen() {
                        super.onOpen();
                        settled.countDown();
                    }

                    @Override
                    public void onEnd(Throwable cause) {
                        super.onEnd(cause);
                        settled.countDown();
                    }
                });
                await(settled);
                return stream;
            };
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interruption) {
                throw new AssertionError(interruption);
            }
        }
    }

    static class DiesOfAListener extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> sound.open(new Passing(listener) {
                private boolean dead;

                @Override
                public void onUpdate(Update update) {
                    if (!dead) {
                        dead = true;
                        super.onUpdate(update);
                        dead = false;
                    }
                }
            });
        }
    }

    static class OneForAll extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return new UpdateStream() {
                private @Nullable Registration last;

                @Override
                public Registration open(UpdateListener listener) {
                    Registration before = last;
                    if (before != null) {
                        before.close();
                    }
                    Registration stream = sound.open(listener);
                    last = stream;
                    return stream;
                }
            };
        }
    }

    static class TellsOnManyThreads extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            ExecutorService threads = Executors.newCachedThreadPool(DAEMONS);
            return listener -> sound.open(new Passing(listener) {
                @Override
                public void onUpdate(Update update) {
                    threads.execute(() -> super.onUpdate(update));
                }
            });
        }
    }

    /** Not broken: what it is told, it passes on later, on a thread of each stream. */
    static class TellsLater extends Broken {
        @Override
        UpdateStream broken(UpdateStream sound) {
            return listener -> new Later(sound, listener);
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(10);
        }
    }

    private static final class Later implements UpdateListener, Registration {
        private final ExecutorService thread = Executors.newSingleThreadExecutor(DAEMONS);
        private final UpdateListener to;
        private final Registration stream;
        private volatile boolean closed;

        Later(UpdateStream sound, UpdateListener to) {
            this.to = to;
            this.stream = sound.open(this);
        }

        private void later(Runnable call) {
            try {
                thread.execute(() -> {
                    if (!closed) {
                        call(call);
                    }
                });
            } catch (RejectedExecutionException isClosed) {
                closed = true;
            }
        }

        private static void call(Runnable call) {
            try {
                call.run();
            } catch (IllegalStateException onPurpose) {
                // Listeners are not trusted.
            }
        }

        @Override
        public void onOpen() {
            later(to::onOpen);
        }

        @Override
        public void onUpdate(Update update) {
            later(() -> to.onUpdate(update));
        }

        @Override
        public void onEnd(Throwable cause) {
            later(() -> to.onEnd(cause));
            thread.shutdown();
        }

        @Override
        public void close() {
            closed = true;
            stream.close();
            thread.shutdown();
        }
    }
}
