package io.stigg.sdk.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tells growth from noise: the median of the last third of the samples may not be above that of the first third by more than a bit. */
final class Growth {
    private static final int MOST_THREADS = 6;
    private static final int MOST_FILES = 16;
    private static final long MOST_HEAP_BYTES = 16L << 20;

    private Growth() {}

    /** What has grown, in words. The first sample is of a time when not all was there yet. */
    static List<String> of(List<Resources> samples) {
        List<String> grown = new ArrayList<>();
        grown("threads", samples, Resources::threads, MOST_THREADS).ifPresent(grown::add);
        grown("open files and sockets", samples, Resources::files, MOST_FILES).ifPresent(grown::add);
        grown("bytes of heap", samples, Resources::heapBytes, MOST_HEAP_BYTES).ifPresent(grown::add);
        return grown;
    }

    private static Optional<String> grown(
            String what, List<Resources> samples, ToLongFunction<Resources> figure, long most) {
        List<Resources> warm = samples.subList(Math.min(1, samples.size()), samples.size());
        int third = Math.max(1, warm.size() / 3);
        if (warm.size() < 2) {
            return Optional.empty();
        }
        long before = median(warm.subList(0, third), figure);
        long after = median(warm.subList(warm.size() - third, warm.size()), figure);
        return after - before > most ? Optional.of(what + " grew from " + before + " to " + after) : Optional.empty();
    }

    private static long median(List<Resources> samples, ToLongFunction<Resources> figure) {
        return samples.stream()
                .mapToLong(figure)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
