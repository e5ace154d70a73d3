package io.stigg.sdk.redis;

import com.google.gson.JsonParseException;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.client.codec.StringCodec;

/**
 * Reads entitlements from Redis: what was written by this SDK, by Node's or by the persistent-cache-service. Thread-safe.
 *
 * <p>Usage stands under keys of its own and is newer than what the set says. A set without the usage that belongs to it is
 * a miss: it will be fetched and written whole, rather than grant by usage that is too old.
 */
final class SharedReads {
    /** So far the clocks of two processes may be apart without notice. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private final RedisLink redis;
    private final Keys keys;
    private final Followed followed;
    private final SdkClock clock;
    private final Nonsense nonsense;
    private final KnownUsage usages = new KnownUsage();

    @Inject
    SharedReads(RedisLink redis, Keys keys, Followed followed, SdkClock clock, Nonsense nonsense) {
        this.redis = redis;
        this.keys = keys;
        this.followed = followed;
        this.clock = clock;
        this.nonsense = nonsense;
    }

    /** Reads what there is of a scope; fails when Redis cannot be asked. */
    CompletionStage<Found> read(CustomerScope scope) {
        Instant startedAt = clock.now();
        List<String> wanted = new ArrayList<>(ofSet(scope));
        List<EntitlementRef> guess = usages.guess();
        guess.forEach(ref -> wanted.addAll(ofUsage(scope, ref)));
        return values(wanted).thenCompose(values -> {
            Optional<Stored> stored = stored(scope, values);
            if (stored.isEmpty()) {
                return CompletableFuture.completedFuture(Found.nothing());
            }
            if (lacksCustomer(scope, stored.get(), values)) {
                return CompletableFuture.completedFuture(new Found(Optional.empty(), true));
            }
            List<EntitlementRef> needed =
                    trackable(stored.get()).map(EntitlementFact::ref).toList();
            usages.read(needed);
            List<String> missing = needed.stream()
                    .filter(ref -> !guess.contains(ref))
                    .flatMap(ref -> ofUsage(scope, ref).stream())
                    .toList();
            return missing.isEmpty()
                    ? CompletableFuture.completedFuture(found(scope, stored.get(), values, startedAt))
                    : values(missing).thenApply(more -> {
                        Map<String, String> all = new HashMap<>(values);
                        all.putAll(more);
                        return found(scope, stored.get(), all, startedAt);
                    });
        });
    }

    /** A set as it stands in Redis, without the usage beside it. */
    private record Stored(List<EntitlementFact> facts, Instant timestamp, SetMetadata metadata) {}

    private List<String> ofSet(CustomerScope scope) {
        String set = keys.entitlements(scope);
        String metadata = keys.metadata(scope);
        List<String> ofSet = List.of(set, Keys.timestamp(set), metadata, Keys.timestamp(metadata));
        return scope.resourceId().isEmpty()
                ? ofSet
                : Stream.concat(ofSet.stream(), Stream.of(ofCustomer(scope))).toList();
    }

    private String ofCustomer(CustomerScope scope) {
        return Keys.timestamp(keys.entitlements(CustomerScope.of(scope.customerId())));
    }

    private List<String> ofUsage(CustomerScope scope, EntitlementRef ref) {
        String usage = keys.usage(scope, ref);
        return List.of(usage, Keys.timestamp(usage));
    }

    private CompletionStage<Map<String, String>> values(List<String> wanted) {
        return redis.call(
                client -> client.getBuckets(StringCodec.INSTANCE).<String>getAsync(wanted.toArray(String[]::new)));
    }

    private Optional<Stored> stored(CustomerScope scope, Map<String, String> values) {
        String key = keys.entitlements(scope);
        String text = values.get(key);
        Optional<Instant> timestamp = Json.timestamp(values.get(Keys.timestamp(key)));
        if (text == null || timestamp.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (SetMetadata.isTorn(values, key, keys.metadata(scope))) {
                return Optional.empty();
            }
            return Optional.of(new Stored(
                    EntitlementsJson.read(Json.object(text)),
                    timestamp.get(),
                    SetMetadata.in(values, key, keys.metadata(scope))));
        } catch (JsonParseException | IllegalArgumentException senseless) {
            repair(key, text, senseless);
            return Optional.empty();
        }
    }

    /** Source: Node takes a resource's set for a miss when the customer's is missing, or is newer. */
    private boolean lacksCustomer(CustomerScope scope, Stored stored, Map<String, String> values) {
        return scope.resourceId().isPresent()
                && Json.timestamp(values.get(ofCustomer(scope)))
                        .filter(customer -> !customer.isAfter(stored.timestamp()))
                        .isEmpty();
    }

    private static Stream<EntitlementFact> trackable(Stored stored) {
        return stored.facts().stream().filter(SharedReads::isTrackable);
    }

    /** Source: usage keys exist for metered features and for credits. */
    static boolean isTrackable(EntitlementFact fact) {
        return fact instanceof CreditFact
                || (fact instanceof FeatureFact feature && feature.feature().isMetered());
    }

    private Found found(CustomerScope scope, Stored stored, Map<String, String> values, Instant readAt) {
        List<EntitlementFact> facts = new ArrayList<>();
        for (EntitlementFact fact : stored.facts()) {
            EntitlementFact current = isTrackable(fact) ? withUsage(scope, fact, values) : fact;
            if (current == null) {
                return Found.nothing();
            }
            facts.add(current);
        }
        return new Found(
                Optional.of(new EntitlementSnapshot(
                        scope, facts, stored.metadata().denial(), updatedAt(stored), fetchedAt(stored, readAt))),
                false);
    }

    private @Nullable EntitlementFact withUsage(CustomerScope scope, EntitlementFact fact, Map<String, String> values) {
        String key = keys.usage(scope, fact.ref());
        String text = values.get(key);
        Optional<Instant> timestamp = Json.timestamp(values.get(Keys.timestamp(key)));
        if (text == null || timestamp.isEmpty()) {
            return null;
        }
        try {
            return UsageJson.readCounted(Json.object(text), timestamp.get())
                    .map(fact::withUsage)
                    .orElse(null);
        } catch (JsonParseException | IllegalArgumentException senseless) {
            repair(key, text, senseless);
            return null;
        }
    }

    /** Removes what makes no sense, if it is still there: beside a late timestamp it would keep out what does. */
    private void repair(String key, String text, RuntimeException senseless) {
        nonsense.found(key, senseless);
        redis.call(client -> client.<String>getBucket(key, StringCodec.INSTANCE).compareAndSetAsync(text, null));
    }

    private static Optional<Instant> updatedAt(Stored stored) {
        if (stored.metadata().fetchedAt().isPresent()) {
            return stored.metadata().updatedAt();
        }
        // Node dates an empty set at 0, which is no time of Stigg's.
        return stored.facts().isEmpty() || stored.timestamp().equals(Instant.EPOCH)
                ? Optional.empty()
                : Optional.of(stored.timestamp());
    }

    /** When a set was right for certain. What claims to come from the future is taken for as old as what it says. */
    private Instant fetchedAt(Stored stored, Instant readAt) {
        Instant claimed = stored.metadata()
                .fetchedAt()
                .filter(fetched -> !fetched.isAfter(readAt.plus(SKEW)))
                .orElse(stored.timestamp());
        Instant fetched = claimed.isAfter(readAt) ? readAt : claimed;
        return followed.rightUntil(stored.metadata(), readAt)
                .filter(fetched::isBefore)
                .orElse(fetched);
    }
}
