package io.stigg.sdk.reliability;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What this process holds of the machine.
 *
 * @param threads how many
 * @param files files and sockets that are open, how many; 0 where the system does not tell
 * @param heapBytes the heap after a collection
 */
record Resources(int threads, long files, long heapBytes) {
    static Resources sample() {
        collect();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Resources(
                threads,
                files,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Twice, as what is let go of by a finalizer or a cleaner is free only then. */
    private static void collect() {
        System.gc();
        Pause.of(Duration.ofMillis(200));
        System.gc();
    }
}
