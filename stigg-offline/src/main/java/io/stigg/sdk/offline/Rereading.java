package io.stigg.sdk.offline;

import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks from time to time whether the source has changed, and tells what has. A source that cannot be read changes nothing,
 * and is reported once. Thread-safe.
 */
final class Rereading implements UpdateStream {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.offline");

    private final OfflineOptions.Reload reload;
    private final Present present;
    private final Counting counting;
    private final OfflineEntitlementCache cache;
    private final SdkClock clock;
    private Object seen;

    Rereading(
            OfflineOptions.Reload reload,
            Present present,
            Counting counting,
            OfflineEntitlementCache cache,
            SdkClock clock) {
        this.reload = reload;
        this.present = present;
        this.counting = counting;
        this.cache = cache;
        this.clock = clock;
        this.seen = reload.stamp();
    }

    @Override
    public Registration open(UpdateListener listener) {
        Watch watch = new Watch(listener);
        listener.onOpen();
        watch.wait(clock);
        return watch;
    }

    /** One opening: the next look is due when the one before is over. */
    private final class Watch implements Registration {
        private final UpdateListener listener;
        private Registration timer = () -> {};
        private boolean isClosed;

        Watch(UpdateListener listener) {
            this.listener = listener;
        }

        private synchronized void wait(SdkClock clock) {
            if (!isClosed) {
                timer = clock.schedule(reload.every(), this::look);
            }
        }

        private void look() {
            lookAgain(listener);
            wait(clock);
        }

        @Override
        public synchronized void close() {
            isClosed = true;
            timer.close();
        }
    }

    private synchronized void lookAgain(UpdateListener listener) {
        Object now = reload.source().stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            OfflineDocument document = reload.source().document(clock.now());
            replace(document, listener);
        } catch (StiggException unusable) {
            LOG.log(
                    Level.WARNING,
                    () -> "What was known stays as it is, as what has come in its place cannot be used: "
                            + unusable.getMessage());
        }
    }

    private void replace(OfflineDocument document, UpdateListener listener) {
        Map<CustomerScope, EntitlementSnapshot> before = new HashMap<>();
        Stream.of(
                        present.knowledge().stream().flatMap(known -> known.scopes().stream()),
                        cache.heldNear().stream().map(EntitlementSnapshot::scope),
                        document.customers().keySet().stream())
                .flatMap(scopes -> scopes)
                .forEach(scope -> counting.of(scope).ifPresent(known -> before.put(scope, known)));
        Knowledge next = present.replace(document);
        cache.forgetBefore(next.readAt());
        LOG.log(Level.INFO, () -> "Read " + reload.source() + " anew");
        before.forEach((scope, known) ->
                counting.of(scope).filter(now -> !now.saysTheSameAs(known)).ifPresent(listener::onUpdate));
    }
}
