package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.offline.OfflineEntitlements;
import io.stigg.sdk.offline.OfflineStigg;
import io.stigg.sdk.port.CacheFactory;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.redis.RedisServers;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.UsageEvent;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As in a server that an application is deployed to anew: it has a class loader of its own, which is to be forgotten with it. */
@DisplayName("The classes of an application that has closed its clients can be unloaded")
@Timeout(120)
class ClassesUnloadedTest {
    private static final String CUSTOMER = "customer-acme";

    /** The JDK's own timer is a thread for ever, and has the class loader of whoever needs it first. */
    @BeforeAll
    static void oneTimerOfTheJdk() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
                .join();
    }

    @Test
    @DisplayName("with the memory cache, live updates and published usage")
    void memory() throws Exception {
        try (SdkClock clock = SdkClock.system();
                StiggEmulator emulator = emulator(clock)) {
            assertUnloaded(Following.class, emulator.uri(), emulator.edgeUri());
        }
    }

    @Test
    @DisplayName("with a Redis")
    void redis() throws Exception {
        try (SdkClock clock = SdkClock.system();
                StiggEmulator emulator = emulator(clock);
                RedisServer redis = RedisServer.start()) {
            assertUnloaded(Sharing.class, emulator.uri(), emulator.edgeUri(), redis.uri());
        }
    }

    @Test
    @DisplayName("offline")
    void offline() throws Exception {
        assertUnloaded(Offline.class);
    }

    private static StiggEmulator emulator(SdkClock clock) {
        return StiggEmulator.serving(StiggBackend.of(AcmeCatalog.create(), clock))
                .apiKey("key")
                .start();
    }

    /** Deploys a program twice: the JDK itself remembers the classes that it compared last, and forgets them with the next. */
    private static void assertUnloaded(Class<? extends Callable<Boolean>> program, Object... arguments)
            throws Exception {
        WeakReference<ClassLoader> loader = deployed(program, arguments);
        deployed(program, arguments);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    /** Runs a program in a class loader that knows this test's class path anew. */
    private static WeakReference<ClassLoader> deployed(Class<?> program, Object... arguments) throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            current.setContextClassLoader(loader);
            Class<?> loaded = loader.loadClass(program.getName());
            assertThat(loaded).isNotSameAs(program);
            Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
            Object application = loaded.getDeclaredConstructor(types).newInstance(arguments);
            assertThat(((Callable<?>) application).call()).isEqualTo(true);
            return new WeakReference<>(loader);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            urls[i] = Path.of(entries[i]).toUri().toURL();
        }
        return urls;
    }

    private static boolean calls(Stigg stigg) {
        return stigg.getMeteredEntitlement(MeteredQuery.of(CUSTOMER, "feature-api-calls"))
                .hasAccess();
    }

    /** Hears of changes, writes, publishes, and is granted what it asks for. */
    private static boolean use(URI api, URI edge, CacheFactory cache) {
        try (Stigg stigg = Stigg.builder()
                .transport(HttpTransport.withApiKey("key").baseUri(api).baseEdgeUri(edge))
                .cache(cache)
                .build()) {
            StreamingTest.awaitUpdates(stigg, Updates.LIVE);
            stigg.customers().provision(ProvisionCustomer.of(CUSTOMER).subscribedTo(PlanSelection.of("plan-free")));
            stigg.usage().publisher().publish(UsageEvent.of(CUSTOMER, "user_login"));
            return calls(stigg);
        }
    }

    public record Following(URI api, URI edge) implements Callable<Boolean> {
        @Override
        public Boolean call() {
            return use(api, edge, MemoryCache.ofCustomers(100));
        }
    }

    public record Sharing(URI api, URI edge, String redis) implements Callable<Boolean> {
        @Override
        public Boolean call() {
            return use(
                    api, edge, RedisServers.at(redis).environment("unloaded").nearCache(MemoryCache.ofCustomers(100)));
        }
    }

    public record Offline() implements Callable<Boolean> {
        @Override
        public Boolean call() {
            try (Stigg stigg = OfflineStigg.builder()
                    .customer("another", OfflineEntitlements.granting("feature-sso"))
                    .build()) {
                return !calls(stigg);
            }
        }
    }
}
