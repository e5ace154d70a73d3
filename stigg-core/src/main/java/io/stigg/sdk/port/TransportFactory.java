package io.stigg.sdk.port;

/**
 * Makes a transport. The option object of a transport adapter is one, and is handed to
 * {@link io.stigg.sdk.StiggBuilder#transport}.
 */
@FunctionalInterface
public interface TransportFactory {
    /**
     * Makes the ports; opens no connection yet.
     *
     * @param clock the client's time
     * @return the ports
     */
    TransportPorts create(SdkClock clock);
}
