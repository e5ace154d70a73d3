package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known at present, which a file that is read anew replaces at once and wholly. Thread-safe. */
@Singleton
final class Present {
    private final SdkClock clock;
    private volatile @Nullable Knowledge knowledge;

    @Inject
    Present(OfflineOptions options, SdkClock clock) {
        this.clock = clock;
        this.knowledge = options.document()
                .map(document -> new Knowledge(document, clock.now()))
                .orElse(null);
    }

    Optional<Knowledge> knowledge() {
        return Optional.ofNullable(knowledge);
    }

    /** Tells what holds of a customer or resource now; empty where nothing is stated of anybody, so that fallbacks answer. */
    Optional<EntitlementSnapshot> of(CustomerScope scope) {
        return knowledge().map(known -> known.of(scope, clock.now()));
    }

    /** Puts a document in place of the one before. */
    Knowledge replace(OfflineDocument document) {
        Instant now = clock.now();
        Instant readAt = knowledge()
                .map(before -> before.readAt().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
        Knowledge next = new Knowledge(document, readAt);
        knowledge = next;
        return next;
    }
}
