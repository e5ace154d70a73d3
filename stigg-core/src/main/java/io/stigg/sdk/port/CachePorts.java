package io.stigg.sdk.port;

/** What a cache adapter provides. A Dagger component of an adapter module extends this. */
public interface CachePorts {
    /**
     * Returns the memory of what Stigg said.
     *
     * @return the cache, always the same one
     */
    EntitlementCache cache();

    /**
     * Returns what keeps several processes from asking the same.
     *
     * @return the coordinator, always the same one; {@link FetchCoordinator#alone()} unless the cache is shared
     */
    default FetchCoordinator fetches() {
        return FetchCoordinator.alone();
    }
}
