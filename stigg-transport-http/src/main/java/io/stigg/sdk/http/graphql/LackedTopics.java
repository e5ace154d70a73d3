package io.stigg.sdk.http.graphql;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which topics a server lacks, as far as a connection found out too late to be whole. The next connection takes it into
 * account and forgets it: servers learn. Thread-safe.
 */
public final class LackedTopics {
    private final Set<Topic> topics = ConcurrentHashMap.newKeySet();

    /** Starts with none. */
    public LackedTopics() {}

    void add(Topic topic) {
        topics.add(topic);
    }

    boolean remove(Topic topic) {
        return topics.remove(topic);
    }
}
