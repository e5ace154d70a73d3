package io.stigg.sdk.emulator;

import java.util.List;
import java.util.Optional;

/**
 * Who listens to what over a socket. Immutable.
 *
 * @param client the name that the client gives itself
 * @param clientVersion its version
 * @param operations the names of the operations under way
 */
record Listening(Optional<String> client, Optional<String> clientVersion, List<String> operations) {
    static final Listening UNKNOWN = new Listening(Optional.empty(), Optional.empty(), List.of());

    static Listening of(ClientMessage.Init init) {
        return new Listening(
                init.header("apollographql-client-name"), init.header("apollographql-client-version"), List.of());
    }

    Listening to(List<String> others) {
        return new Listening(client, clientVersion, others);
    }
}
