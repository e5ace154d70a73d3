package io.stigg.sdk.port;

/** Two ports as they were given. */
record PairOfPorts(ApiTransport transport, UpdateStream updates) implements TransportPorts {}
