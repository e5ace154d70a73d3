package io.stigg.sdk.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ids of the customers, as texts that are made anew for each use, so that no two of them are the same object. */
final class Customers {
    private Customers() {}

    static Stream<String> inOrder(int count) {
        return IntStream.range(0, count).mapToObj(i -> "customer-" + i);
    }

    /** Lets the collector clear up after the set-up, as it has in a process that has run for a while. */
    @SuppressWarnings("SystemGc")
    static void settle() {
        System.gc();
        System.gc();
    }

    static Stream<String> shuffled(int count) {
        List<String> ids = new ArrayList<>(inOrder(count).toList());
        Collections.shuffle(ids, new Random(42));
        return ids.stream();
    }
}
