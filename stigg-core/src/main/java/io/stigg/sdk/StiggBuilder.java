package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.internal.CheckSettings;
import io.stigg.sdk.internal.FormerKnowledge;
import io.stigg.sdk.internal.UpdateSettings;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.outbox.OutboxFactory;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.CacheFactory;
import io.stigg.sdk.port.EntitlementArchive;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configures a client. A client needs a transport and a cache, or a whole set of adapters; everything else has a default.
 *
 * <p>Not thread-safe; confine it to one thread.
 */
public final class StiggBuilder {
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final int DEFAULT_EVENTS = 20_000;

    private @Nullable TransportFactory transport;
    private @Nullable CacheFactory cache;
    private @Nullable AdapterSet adapters;
    private @Nullable SdkClock clock;
    private @Nullable EntitlementArchive archive;
    private Fallbacks fallbacks = Fallbacks.none();
    private Overrides overrides = Overrides.none();
    private Duration entitlementTtl = Duration.ofSeconds(30);
    private Duration staleIfError = Duration.ofHours(24);
    private Duration checkTimeout = Duration.ofSeconds(3);
    private boolean hasLiveUpdates = true;
    private boolean keepsEveryUpdate;
    private OutboxFactory outbox = MemoryOutbox.ofEvents(DEFAULT_EVENTS);
    private PublisherOptions publisherOptions = PublisherOptions.defaults();
    private final List<StiggListener> listeners = new ArrayList<>();

    StiggBuilder() {}

    /**
     * Sets how Stigg is asked.
     *
     * @param factory the options of a transport adapter
     * @return this builder
     * @throws IllegalStateException if there is a transport already
     */
    public StiggBuilder transport(TransportFactory factory) {
        requireNonNull(factory, "transport");
        requireVacant("transport", transport);
        requireVacant("transport", adapters);
        transport = factory;
        return this;
    }

    /**
     * Sets where entitlements are kept.
     *
     * @param factory the options of a cache adapter
     * @return this builder
     * @throws IllegalStateException if there is a cache already
     */
    public StiggBuilder cache(CacheFactory factory) {
        requireNonNull(factory, "cache");
        requireVacant("cache", cache);
        requireVacant("cache", adapters);
        cache = factory;
        return this;
    }

    /**
     * Sets every adapter at once.
     *
     * @param set the adapters, which the client closes when it is closed
     * @return this builder
     * @throws IllegalStateException if there is an adapter already
     */
    public StiggBuilder adapters(AdapterSet set) {
        requireNonNull(set, "adapters");
        requireVacant("adapters", adapters);
        requireVacant("adapters", transport);
        requireVacant("adapters", cache);
        requireVacant("adapters", clock);
        adapters = set;
        return this;
    }

    /**
     * Sets where time comes from; the system's clock by default. For tests.
     *
     * @param newClock the clock, which the client closes when it is closed
     * @return this builder
     * @throws IllegalStateException if there is a clock already
     */
    public StiggBuilder clock(SdkClock newClock) {
        requireNonNull(newClock, "clock");
        requireVacant("clock", clock);
        requireVacant("clock", adapters);
        clock = newClock;
        return this;
    }

    /**
     * Sets the answers for when Stigg cannot be asked. By default there are none, and what cannot be asked is denied.
     *
     * @param newFallbacks the fallbacks
     * @return this builder
     */
    public StiggBuilder fallbacks(Fallbacks newFallbacks) {
        fallbacks = requireNonNull(newFallbacks, "fallbacks");
        return this;
    }

    /**
     * Starts with what an earlier client knew, so that a process that starts while neither Stigg nor a shared cache can be
     * reached still answers from the last known truth. It is used only where Stigg cannot be asked and nothing newer is
     * known, and only while it is younger than {@link #staleIfError}; answers from it are
     * {@link io.stigg.sdk.entitlement.AnswerBasis#STALE}. An archive that cannot be read, or must not be trusted, is reported
     * to the log, and the client starts without it.
     *
     * @param newArchive is read by {@link #build}, such as {@code EntitlementFile} of {@code stigg-offline}; by default there
     *     is none
     * @return this builder
     */
    public StiggBuilder bootstrapFrom(EntitlementArchive newArchive) {
        archive = requireNonNull(newArchive, "archive");
        return this;
    }

    /**
     * Sets answers that win over what Stigg says. By default there are none; {@link Stigg#setOverrides} changes them
     * later.
     *
     * @param newOverrides the overrides
     * @return this builder
     */
    public StiggBuilder overrides(Overrides newOverrides) {
        overrides = requireNonNull(newOverrides, "overrides");
        return this;
    }

    /**
     * Sets how old cached entitlements may be before Stigg is asked again; 30 seconds by default, which is what Stigg's
     * documentation names for polling. Entitlements that are in use are refreshed in the background before that, so that
     * no check waits for it. While Stigg tells what changes, what is cached does not grow old.
     *
     * @param ttl the age, more than 0
     * @return this builder
     * @throws IllegalArgumentException if it is 0, negative or more than ten years
     */
    public StiggBuilder entitlementTtl(Duration ttl) {
        entitlementTtl = requirePositive("entitlementTtl", ttl);
        return this;
    }

    /**
     * Sets how old the last known entitlements may be to answer a check while Stigg cannot be asked; 24 hours by default.
     *
     * @param age the age; 0 to go to fallbacks at once
     * @return this builder
     * @throws IllegalArgumentException if it is negative or more than ten years
     */
    public StiggBuilder staleIfError(Duration age) {
        requireNonNull(age, "staleIfError");
        if (age.isNegative() || age.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("staleIfError must be from 0 to " + LONGEST + ", not " + age);
        }
        staleIfError = age;
        return this;
    }

    /**
     * Sets how long a check waits when Stigg has to be asked; 3 seconds by default. The question goes on in the
     * background and its answer is remembered.
     *
     * @param timeout the time, more than 0
     * @return this builder
     * @throws IllegalArgumentException if it is 0, negative or more than ten years
     */
    public StiggBuilder checkTimeout(Duration timeout) {
        checkTimeout = requirePositive("checkTimeout", timeout);
        return this;
    }

    /**
     * Does without being told by Stigg what changes, for scripts and other short-lived processes. What is cached is used
     * until {@link #entitlementTtl} has passed.
     *
     * @return this builder
     */
    public StiggBuilder withoutLiveUpdates() {
        hasLiveUpdates = false;
        return this;
    }

    /**
     * Keeps what Stigg tells of every customer of the environment, so that the first check of a customer who has changed
     * lately need not ask. By default, only customers who are cached already are kept up to date.
     *
     * @return this builder
     */
    public StiggBuilder keepEveryUpdate() {
        keepsEveryUpdate = true;
        return this;
    }

    /**
     * Sets where published events are kept until Stigg has them: a {@link MemoryOutbox} of 20,000 events by default. A
     * {@link io.stigg.sdk.outbox.FileOutbox} keeps them even if the process dies.
     *
     * @param factory the options of an outbox
     * @return this builder
     */
    public StiggBuilder eventOutbox(OutboxFactory factory) {
        outbox = requireNonNull(factory, "eventOutbox");
        return this;
    }

    /**
     * Sets how published events are brought to Stigg.
     *
     * @param options the options, {@link PublisherOptions#defaults()} by default
     * @return this builder
     */
    public StiggBuilder eventPublisher(PublisherOptions options) {
        publisherOptions = requireNonNull(options, "eventPublisher");
        return this;
    }

    /**
     * Adds a listener that is told everything from the start.
     *
     * @param listener the listener
     * @return this builder
     */
    public StiggBuilder listener(StiggListener listener) {
        listeners.add(requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Makes the client. Returns at once, having read the {@linkplain #bootstrapFrom archive} if there is one: the key is
     * checked in the background, see {@link Stigg#awaitReady}.
     *
     * @return the client
     * @throws IllegalStateException if an adapter is missing
     * @throws io.stigg.sdk.error.StiggOutboxException if the outbox of events cannot be opened
     */
    public Stigg build() {
        AdapterSet set = adapterSet();
        return new StiggClient(
                set,
                fallbacks,
                overrides,
                archive == null ? FormerKnowledge.none() : FormerKnowledge.in(archive, set.clock()),
                new CheckSettings(entitlementTtl, staleIfError, checkTimeout),
                new UpdateSettings(hasLiveUpdates, keepsEveryUpdate),
                openOutbox(set),
                publisherOptions,
                listeners);
    }

    /** A client that cannot be made leaves nothing behind. */
    private EventOutbox openOutbox(AdapterSet set) {
        try {
            return outbox.open(set.clock());
        } catch (RuntimeException refused) {
            set.transport().close();
            set.cache().close();
            set.clock().close();
            throw refused;
        }
    }

    private AdapterSet adapterSet() {
        if (adapters != null) {
            return adapters;
        }
        TransportFactory chosenTransport = requireAdapter(
                "transport", transport, "HttpTransport of stigg-transport-http, or StiggBackend of stigg-testkit");
        CacheFactory chosenCache = requireAdapter("cache", cache, "MemoryCache of stigg-cache-memory");
        SdkClock chosenClock = clock != null ? clock : SdkClock.system();
        return chosenCache.create(chosenTransport.create(chosenClock), chosenClock);
    }

    private static <T> T requireAdapter(String port, @Nullable T adapter, String suggestion) {
        if (adapter == null) {
            throw new IllegalStateException(port + ": there is no adapter; give one, such as " + suggestion);
        }
        return adapter;
    }

    private static void requireVacant(String port, @Nullable Object adapter) {
        if (adapter != null) {
            throw new IllegalStateException(
                    port + ": there is an adapter already, " + adapter + "; a client has one adapter for each port");
        }
    }

    private static Duration requirePositive(String option, Duration value) {
        requireNonNull(value, option);
        if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    option + " must be more than 0 and at most " + LONGEST + ", not " + value);
        }
        return value;
    }
}
