package io.stigg.sdk.redis.server;

/** Somebody else took the port between the look at it and Redis' start. */
final class PortTaken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PortTaken(String message) {
        super(message);
    }
}
