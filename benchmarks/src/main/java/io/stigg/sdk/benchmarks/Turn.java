package io.stigg.sdk.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Says whose turn it is, for each thread from another start. Not thread-safe; confine it to one thread. */
@State(Scope.Thread)
public class Turn {
    private int last = ThreadLocalRandom.current().nextInt(10_000);

    /** For JMH. */
    public Turn() {}

    int next(int length) {
        int next = last + 1 < length ? last + 1 : 0;
        last = next;
        return next;
    }
}
