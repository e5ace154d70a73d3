package io.stigg.sdk.testkit.junit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.testkit.StiggBackend;
import org.jspecify.annotations.Nullable;

/** What one test has. The client is made when the test first asks for it. Thread-safe. */
final class TestSubject implements AutoCloseable {
    private final StiggBackend backend;
    private @Nullable Stigg client;

    TestSubject(StiggBackend backend) {
        this.backend = backend;
    }

    StiggBackend backend() {
        return backend;
    }

    synchronized Stigg client() {
        if (client == null) {
            client = backend.newClient();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
