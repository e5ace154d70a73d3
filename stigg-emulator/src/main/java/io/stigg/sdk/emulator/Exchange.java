package io.stigg.sdk.emulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request, and what came of it. Immutable.
 *
 * @param number counts them
 * @param at when it came, by this machine's clock
 * @param method the method of HTTP
 * @param path the path as it was sent
 * @param operation the name of the GraphQL operation
 * @param client the name that the client gives itself
 * @param clientVersion its version
 * @param micros how long the answer took, in microseconds
 * @param status the status of HTTP, empty if there was no answer
 * @param error the code of the first error in the answer
 */
record Exchange(
        long number,
        Instant at,
        String method,
        String path,
        Optional<String> operation,
        Optional<String> client,
        Optional<String> clientVersion,
        long micros,
        Optional<Integer> status,
        Optional<String> error) {}
