package io.stigg.sdk.testkit.backend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was done under which idempotency key, the latest alone, so that a server that runs for long does not fill up. Not
 * thread-safe; guarded by the environment.
 */
final class Remembered<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 100_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
