package io.stigg.sdk.testkit;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Caches that break one rule each. Not run by themselves: {@link ContractsCatchTest} runs them. */
final class BrokenCaches {
    private BrokenCaches() {}

    /** A cache that does all right, to be broken. */
    private static class Cache implements EntitlementCache {
        final Map<Object, CacheLookup> held = new ConcurrentHashMap<>();
        volatile boolean closed;

        Object key(CustomerScope scope) {
            return scope;
        }

        @Override
        public CacheLookup find(CustomerScope scope) {
            return held.getOrDefault(key(scope), CacheLookup.miss());
        }

        @Override
        public void store(EntitlementSnapshot snapshot) {
            held.merge(
                    key(snapshot.scope()),
                    CacheLookup.hit(snapshot),
                    (known, next) -> CacheLookup.hit(snapshot(known).mergedWith(snapshot)));
            if (closed) {
                held.clear();
            }
        }

        @Override
        public void storeIfHeld(EntitlementSnapshot snapshot) {
            held.computeIfPresent(
                    key(snapshot.scope()),
                    (key, known) -> CacheLookup.hit(snapshot(known).mergedWith(snapshot)));
        }

        @Override
        public void applyUsage(UsageReading reading) {
            held.computeIfPresent(
                    key(reading.scope()),
                    (key, known) -> CacheLookup.hit(snapshot(known).withUsage(reading)));
        }

        static EntitlementSnapshot snapshot(CacheLookup lookup) {
            return Optional.ofNullable(lookup.snapshotOrNull()).orElseThrow();
        }

        @Override
        public void evict(CustomerScope scope) {
            held.values().removeIf(known -> {
                CustomerScope found = snapshot(known).scope();
                return found.equals(scope)
                        || (scope.resourceId().isEmpty() && found.customerId().equals(scope.customerId()));
            });
        }

        @Override
        public void clear() {
            held.clear();
        }

        @Override
        public List<EntitlementSnapshot> heldNear() {
            return held.values().stream().map(Cache::snapshot).toList();
        }

        @Override
        public void close() {
            closed = true;
            held.clear();
        }
    }

    static class LastWriteWins extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void store(EntitlementSnapshot snapshot) {
                    held.put(snapshot.scope(), CacheLookup.hit(snapshot));
                }
            };
        }
    }

    static class StoresWhatIsNotHeld extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void storeIfHeld(EntitlementSnapshot snapshot) {
                    store(snapshot);
                }
            };
        }
    }

    static class IgnoresUsage extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void applyUsage(UsageReading reading) {}
            };
        }
    }

    static class MakesUpScopes extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public CacheLookup find(CustomerScope scope) {
                    CacheLookup found = super.find(scope);
                    return found == CacheLookup.miss() ? super.find(CustomerScope.of(scope.customerId())) : found;
                }
            };
        }
    }

    static class EvictsTheScopeAlone extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void evict(CustomerScope scope) {
                    held.remove(scope);
                }
            };
        }
    }

    static class EvictsByPrefix extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void evict(CustomerScope scope) {
                    held.keySet()
                            .removeIf(key -> ((CustomerScope) key).customerId().equals(scope.customerId()));
                }
            };
        }
    }

    static class MixesScopesUp extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                Object key(CustomerScope scope) {
                    return scope.resourceId()
                            .map(id -> scope.customerId() + ":" + id)
                            .orElse(scope.customerId());
                }
            };
        }
    }

    static class RacesWhenStoring extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void store(EntitlementSnapshot snapshot) {
                    CacheLookup known = held.get(snapshot.scope());
                    // Wide enough a gap that four threads do meet in it.
                    LockSupport.parkNanos(1_000);
                    held.put(
                            snapshot.scope(),
                            CacheLookup.hit(
                                    known == null ? snapshot : snapshot(known).mergedWith(snapshot)));
                }
            };
        }
    }

    static class ListsCustomersAlone extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public List<EntitlementSnapshot> heldNear() {
                    return super.heldNear().stream()
                            .filter(snapshot -> snapshot.scope().resourceId().isEmpty())
                            .toList();
                }
            };
        }
    }

    static class OpenAfterClose extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public void close() {}
            };
        }
    }

    static class NewLookupEachTime extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public CacheLookup find(CustomerScope scope) {
                    CacheLookup found = super.find(scope);
                    return found == CacheLookup.miss() ? found : CacheLookup.hit(snapshot(found));
                }
            };
        }
    }

    static class AnswersLater extends EntitlementCacheContract {
        @Override
        protected EntitlementCache newCache() {
            return new Cache() {
                @Override
                public List<EntitlementSnapshot> heldNear() {
                    return List.of();
                }

                @Override
                public CacheLookup find(CustomerScope scope) {
                    Optional<EntitlementSnapshot> found =
                            Optional.ofNullable(super.find(scope).snapshotOrNull());
                    return CacheLookup.pending(CompletableFuture.supplyAsync(() -> found));
                }
            };
        }
    }
}
