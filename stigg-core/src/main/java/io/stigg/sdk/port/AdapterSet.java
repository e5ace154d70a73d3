package io.stigg.sdk.port;

/**
 * Every port of one running client. A Dagger component is an adapter set by extending this; a class written by hand is
 * one as well.
 *
 * <p>A client closes the ports of its set when it is closed, so a set serves one client.
 */
public interface AdapterSet extends TransportPorts, CachePorts {
    /**
     * Returns the time.
     *
     * @return the clock, always the same one
     */
    SdkClock clock();
}
