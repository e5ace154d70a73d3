package io.stigg.sdk.redis;

import io.netty.util.HashedWheelTimer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import org.redisson.Redisson;

/**
 * Makes the one thread of Redisson's a daemon that cannot be configured, its timer's, so that a process whose client was
 * never closed ends nevertheless. That takes a look into a private field of Netty's, before the timer starts.
 */
final class DaemonTimer {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.redis");

    private DaemonTimer() {}

    static void of(Redisson redisson) {
        try {
            Field worker = HashedWheelTimer.class.getDeclaredField("workerThread");
            worker.setAccessible(true);
            ((Thread) worker.get(redisson.getServiceManager().getTimer())).setDaemon(true);
        } catch (ReflectiveOperationException | RuntimeException changed) {
            LOG.log(
                    Level.WARNING,
                    "The timer of Redisson keeps this process alive until the Stigg client is closed: be sure to close it",
                    changed);
        }
    }
}
