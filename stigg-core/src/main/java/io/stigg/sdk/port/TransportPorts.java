package io.stigg.sdk.port;

import static java.util.Objects.requireNonNull;

/** What a transport adapter provides. A Dagger component of an adapter module extends this. */
public interface TransportPorts {
    /**
     * Puts two ports together, for a transport that is put together by hand.
     *
     * @param transport asks Stigg
     * @param updates is told by Stigg; {@link UpdateStream#none()} if nothing is
     * @return the ports
     */
    static TransportPorts of(ApiTransport transport, UpdateStream updates) {
        return new PairOfPorts(requireNonNull(transport, "transport"), requireNonNull(updates, "updates"));
    }

    /**
     * Returns the way to ask Stigg.
     *
     * @return the transport, always the same one
     */
    ApiTransport transport();

    /**
     * Returns the way to be told by Stigg.
     *
     * @return the stream, always the same one; {@link UpdateStream#none()} if there is no such way
     */
    UpdateStream updates();
}
