package io.stigg.sdk.offline;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients that work without a network: for development, for tests, and where Stigg cannot be reached. They answer checks
 * from what they are given, acknowledge usage, and refuse everything else with a
 * {@link io.stigg.sdk.error.StiggOfflineException}. They open no connection, start no thread unless a file is to be read anew
 * or events are published, and need no API key.
 *
 * <p>Source: the offline modes of the Node server SDK, which answers from fallbacks, and of Stigg's Java sidecar SDK, which
 * answers from a file.
 */
public final class OfflineStigg {
    private OfflineStigg() {}

    /**
     * Makes a client that answers from a file, see {@link EntitlementFile} for its form.
     *
     * @param file the file
     * @return the client
     * @throws io.stigg.sdk.error.StiggArchiveException if there is no such file, or something in it is wrong
     */
    public static Stigg fromJson(Path file) {
        return builder().file(EntitlementFile.at(file)).build();
    }

    /**
     * Makes a client that answers from a stream, such as a resource of the class path, in the form of an
     * {@link EntitlementFile}.
     *
     * @param json the stream, which is read and closed
     * @return the client
     * @throws NullPointerException if there is no stream, which is how a class loader says that there is no such resource
     * @throws io.stigg.sdk.error.StiggArchiveException if something in it is wrong
     */
    public static Stigg fromJson(InputStream json) {
        return builder().json(json).build();
    }

    /**
     * Makes a client that answers from fallbacks alone, whoever the customer is. Its answers say that they are fallbacks.
     *
     * @param fallbacks the answers
     * @return the client
     */
    public static Stigg fromFallbacks(Fallbacks fallbacks) {
        return builder().client().fallbacks(fallbacks).build();
    }

    /**
     * Starts a client that is put together of several things, or that has options of its own.
     *
     * @return a builder of a client that knows nothing yet
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Puts a client without a network together: what it knows, and whether usage counts. Fallbacks, overrides and listeners are
     * options of {@link #client()}, as online.
     *
     * <p>What is stated here of a customer or resource stands in place of what the file or stream says of it. Not thread-safe;
     * confine it to one thread.
     */
    public static final class Builder {
        private static final Duration FOREVER = Duration.ofDays(3650);
        private static final Duration SHORTEST = Duration.ofMillis(100);

        private final Map<CustomerScope, OfflineEntitlements> customers = new LinkedHashMap<>();
        private @Nullable OfflineEntitlements everybodyElse;
        private @Nullable Source source;
        private @Nullable Duration reloadEvery;
        private boolean tracksUsage;
        private @Nullable SdkClock clock;

        Builder() {}

        /**
         * States what a customer is entitled to.
         *
         * @param customerId the customer's id
         * @param entitlements its entitlements, none else
         * @return this builder
         * @throws IllegalArgumentException if the id is blank
         */
        public Builder customer(String customerId, OfflineEntitlements entitlements) {
            return state(CustomerScope.of(customerId), entitlements);
        }

        /**
         * States what a resource of a customer is entitled to. It has nothing of what the customer has.
         *
         * @param customerId the customer's id
         * @param resourceId the resource's id
         * @param entitlements its entitlements, none else
         * @return this builder
         * @throws IllegalArgumentException if an id is blank
         */
        public Builder resource(String customerId, String resourceId, OfflineEntitlements entitlements) {
            return state(CustomerScope.of(customerId).resource(resourceId), entitlements);
        }

        private Builder state(CustomerScope scope, OfflineEntitlements entitlements) {
            customers.put(scope, requireNonNull(entitlements, "entitlements"));
            return this;
        }

        /**
         * States what every customer is entitled to of whom nothing else is stated, and each of its resources. By default that is
         * nothing, which is no error.
         *
         * @param entitlements the entitlements
         * @return this builder
         */
        public Builder everybodyElse(OfflineEntitlements entitlements) {
            everybodyElse = requireNonNull(entitlements, "entitlements");
            return this;
        }

        /**
         * Takes what a file states. It is read when the client is built.
         *
         * @param file the file
         * @return this builder
         * @throws IllegalStateException if there is a file or a stream already
         */
        public Builder file(EntitlementFile file) {
            return from(requireNonNull(file, "file"));
        }

        /**
         * Takes what a stream states, such as a resource of the class path, in the form of an {@link EntitlementFile}. It is read
         * and closed at once; what is wrong in what it said is told when the client is built.
         *
         * @param json the stream
         * @return this builder
         * @throws NullPointerException if there is no stream, which is how a class loader says that there is no such resource
         * @throws IllegalStateException if there is a file or a stream already
         * @throws io.stigg.sdk.error.StiggArchiveException if it cannot be read
         */
        public Builder json(InputStream json) {
            return from(StreamSource.read(requireNonNull(json, "json: there is no stream, or no such resource")));
        }

        private Builder from(Source next) {
            if (source != null) {
                throw new IllegalStateException("there is a source already, " + source + "; a client reads one");
            }
            source = next;
            return this;
        }

        /**
         * Looks again and again whether the {@link #file} has changed, and puts what it says then in place of what it said before,
         * at once and wholly; listeners are told. A file that cannot be used then changes nothing and is reported to the log. Off by
         * default.
         *
         * @param pause the time from one look to the next, at least 100 milliseconds
         * @return this builder
         * @throws IllegalArgumentException if it is shorter
         */
        public Builder reloadEvery(Duration pause) {
            if (pause.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("pause must be at least " + SHORTEST + ", not " + pause);
            }
            reloadEvery = pause;
            return this;
        }

        /**
         * Counts reported usage and consumed credits, so that limits bite. What is counted is forgotten with the client. By
         * default usage is acknowledged and counts nothing.
         *
         * @return this builder
         */
        public Builder trackingUsage() {
            tracksUsage = true;
            return this;
        }

        /**
         * Sets where time comes from; the system's clock by default. For tests.
         *
         * @param newClock the clock, which the client closes when it is closed
         * @return this builder
         */
        public Builder clock(SdkClock newClock) {
            clock = requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Goes on with the options that every client has.
         *
         * @return a builder with the adapters set
         * @throws IllegalStateException if there is something to be {@linkplain #reloadEvery reloaded} that is no file
         * @throws io.stigg.sdk.error.StiggArchiveException if there is no such file, or something in it is wrong
         */
        public StiggBuilder client() {
            SdkClock time = clock != null ? clock : new OfflineClock();
            Optional<OfflineOptions.Reload> reload = reload();
            OfflineOptions options = new OfflineOptions(document(time.now()), tracksUsage, reload);
            StiggBuilder builder = Stigg.builder()
                    .adapters(DaggerOfflineAdapters.factory().create(options, time))
                    .entitlementTtl(FOREVER);
            return reload.isPresent() ? builder : builder.withoutLiveUpdates();
        }

        /**
         * Makes the client.
         *
         * @return the client
         * @throws IllegalStateException if there is something to be {@linkplain #reloadEvery reloaded} that is no file
         * @throws io.stigg.sdk.error.StiggArchiveException if there is no such file, or something in it is wrong
         */
        public Stigg build() {
            return client().build();
        }

        /** What changes while it is read for the first time has another stamp than this. */
        private Optional<OfflineOptions.Reload> reload() {
            Duration pause = reloadEvery;
            if (pause == null) {
                return Optional.empty();
            }
            if (!(source instanceof EntitlementFile file)) {
                throw new IllegalStateException("reloadEvery: there is no file to be reloaded");
            }
            return Optional.of(new OfflineOptions.Reload(new Overlaid(file, statements()), pause, file.stamp()));
        }

        private Optional<OfflineDocument> document(Instant now) {
            if (source != null) {
                return Optional.of(new Overlaid(source, statements()).document(now));
            }
            return customers.isEmpty() && everybodyElse == null ? Optional.empty() : Optional.of(statements());
        }

        /** What is stated in code is never old: the client dates it. */
        private OfflineDocument statements() {
            Map<CustomerScope, EntitlementSnapshot> stated = new LinkedHashMap<>();
            customers.forEach((scope, entitlements) -> stated.put(
                    scope,
                    new EntitlementSnapshot(
                            scope, entitlements.facts(), Optional.empty(), Optional.empty(), Instant.EPOCH)));
            Optional<List<EntitlementFact>> defaults =
                    Optional.ofNullable(everybodyElse).map(OfflineEntitlements::facts);
            return new OfflineDocument(Optional.empty(), stated, defaults);
        }
    }
}
