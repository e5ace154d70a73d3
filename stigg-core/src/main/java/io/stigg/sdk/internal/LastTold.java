package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Remembers of which time, by Stigg's clock, the newest is that Stigg has told. An answer may come from a place that lags
 * behind it, and nothing would tell of the difference again. Thread-safe.
 */
final class LastTold {
    private final SdkClock clock;
    private final Duration longestLag;
    private final RecentScopes<Instant> times = new RecentScopes<>();
    private final RecentScopes<Instant> invalidations = new RecentScopes<>();

    /**
     * @param clock tells when something was told
     * @param longestLag for how long a place is taken to lag behind, where there is no telling whether it does
     */
    LastTold(SdkClock clock, Duration longestLag) {
        this.clock = clock;
        this.longestLag = longestLag;
    }

    void told(EntitlementSnapshot snapshot) {
        newestIn(snapshot).ifPresent(time -> told(snapshot.scope(), time));
    }

    void told(UsageReading reading) {
        reading.usage().updatedAt().ifPresent(time -> told(reading.scope(), time));
    }

    private void told(CustomerScope scope, Instant time) {
        times.merge(scope, time, BinaryOperator.maxBy(Comparator.naturalOrder()));
    }

    /** What was known of a scope holds no longer; nobody says what holds instead, nor by which time to know it. */
    void toldInvalid(CustomerScope scope) {
        invalidations.put(scope, clock.now());
    }

    boolean isUnknownTo(EntitlementSnapshot known) {
        Instant newest = newestIn(known).orElse(Instant.MAX);
        return times.find(known.scope()).filter(newest::isBefore).isPresent()
                || wasToldInvalid(known.scope())
                || wasToldInvalid(CustomerScope.of(known.scope().customerId()));
    }

    private boolean wasToldInvalid(CustomerScope scope) {
        return invalidations
                .find(scope)
                .filter(clock.now().minus(longestLag)::isBefore)
                .isPresent();
    }

    private static Optional<Instant> newestIn(EntitlementSnapshot snapshot) {
        Stream<Instant> usage = snapshot.entitlements().stream().flatMap(fact -> fact.usage().updatedAt().stream());
        return Stream.concat(snapshot.updatedAt().stream(), usage).max(Comparator.naturalOrder());
    }
}
