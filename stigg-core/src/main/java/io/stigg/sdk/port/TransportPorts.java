package io.stigg.sdk.port;

/** What a transport adapter provides. A Dagger component of an adapter module extends this. */
public interface TransportPorts {
    /**
     * Returns the way to ask Stigg.
     *
     * @return the transport, always the same one
     */
    ApiTransport transport();
}
