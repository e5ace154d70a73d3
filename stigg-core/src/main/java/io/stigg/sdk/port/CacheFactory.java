package io.stigg.sdk.port;

/**
 * Completes an adapter set with a cache. The option object of a cache adapter is one, and is handed to
 * {@link io.stigg.sdk.StiggBuilder#cache}.
 */
@FunctionalInterface
public interface CacheFactory {
    /**
     * Makes the adapter set; waits for no connection.
     *
     * @param transport the transport of the set
     * @param clock the clock of the set
     * @return the set
     */
    AdapterSet create(TransportPorts transport, SdkClock clock);
}
