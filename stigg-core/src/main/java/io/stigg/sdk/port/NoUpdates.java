package io.stigg.sdk.port;

import io.stigg.sdk.Registration;

/** Recognized by its identity; the core never opens it. Immutable. */
enum NoUpdates implements UpdateStream {
    NONE;

    @Override
    public Registration open(UpdateListener listener) {
        return () -> {};
    }
}
