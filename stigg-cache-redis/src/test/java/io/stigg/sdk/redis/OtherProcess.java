package io.stigg.sdk.redis;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that follows updates, says so, and then either waits to be killed or forgets to close its client. */
final class OtherProcess implements AutoCloseable {
    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Starts one and waits until it follows. */
    static OtherProcess start(String redis, String environment, boolean isForgetful) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        redis,
                        environment,
                        String.valueOf(isForgetful)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.inputReader().readLine() == null) {
            process.destroyForcibly();
            throw new IOException("the process did not come up");
        }
        return new OtherProcess(process);
    }

    boolean endsByItself() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** Takes where Redis is, which environment, and whether to end without closing. */
    public static void main(String... arguments) throws InterruptedException {
        StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), SdkClock.system());
        Stigg stigg = Stigg.builder()
                .transport(backend.transport())
                .cache(RedisServers.at(arguments[0]).environment(arguments[1]).nearCache(MemoryCache.ofCustomers(10)))
                .build();
        Fleet.awaitLive(stigg);
        stigg.getBooleanEntitlement("cust-1", "feature-sso");
        System.out.println("ready");
        if (!Boolean.parseBoolean(arguments[2])) {
            Thread.currentThread().join();
        }
    }
}
