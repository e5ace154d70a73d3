package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Applies updates to the cache, and then tells listeners. Thread-safe. */
public final class UpdateHandler {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.updates");

    private final CacheWriter writer;
    private final Trust trust;
    private final EntitlementReader reader;
    private final EntitlementChecks checks;
    private final Listeners listeners;

    /**
     * Makes a handler.
     *
     * @param writer writes to the cache
     * @param trust is told when everything may have changed
     * @param reader fetches what was declared invalid
     * @param checks evaluates what listeners are told
     * @param listeners are told
     */
    public UpdateHandler(
            CacheWriter writer, Trust trust, EntitlementReader reader, EntitlementChecks checks, Listeners listeners) {
        this.writer = writer;
        this.trust = trust;
        this.reader = reader;
        this.checks = checks;
        this.listeners = listeners;
        reader.whenFoundChanged(this::tell);
    }

    /** Does what an update asks for. Never throws, because what comes after it counts as well. */
    void handle(Update update) {
        try {
            if (update instanceof EntitlementSnapshot snapshot) {
                tell(writer.told(snapshot));
            } else if (update instanceof UsageReading reading) {
                writer.told(reading);
                tell(reading);
            } else if (update instanceof EntitlementsInvalidated invalidated) {
                invalidate(invalidated);
            } else if (update instanceof PackagePublished published) {
                publish(published);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "An update could not be applied", failure);
            trust.everythingChanged();
        }
    }

    private void tell(EntitlementSnapshot snapshot) {
        if (!listeners.isEmpty()) {
            // What is held may be newer than what was told, and is what checks answer by.
            EntitlementSnapshot held = reader.held(snapshot.scope());
            var event = new EntitlementsUpdated(snapshot.scope(), checks.state(held != null ? held : snapshot));
            listeners.tell(listener -> listener.onEntitlementsUpdated(event));
        }
    }

    private void tell(UsageReading reading) {
        if (!listeners.isEmpty()) {
            Optional<Entitlement> entitlement = checks.held(reading.scope(), reading.ref());
            var event = new UsageUpdated(reading, entitlement);
            listeners.tell(listener -> listener.onUsageUpdated(event));
        }
    }

    /** Listeners are told what holds instead, once that is known. */
    private void invalidate(EntitlementsInvalidated invalidated) {
        boolean wasHeld = reader.held(invalidated.scope()) != null;
        writer.invalidated(invalidated.scope());
        if (wasHeld) {
            reader.fetchLatest(invalidated.scope()).thenAccept(this::tell);
        }
    }

    private void publish(PackagePublished published) {
        if (published.migration() != PackagePublished.Migration.NEW_CUSTOMERS) {
            trust.everythingChanged();
        }
        listeners.tell(listener -> listener.onPackagePublished(published));
    }
}
