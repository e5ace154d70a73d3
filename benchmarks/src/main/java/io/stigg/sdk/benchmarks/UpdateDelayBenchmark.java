package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes from a change in Stigg until a check by a client that follows it sees the change: over a real
 * WebSocket on loopback, the emulator in the same process. Beside it, how long asking takes. Confined to one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class UpdateDelayBenchmark {
    private static final String CALLS = "feature-api-calls";
    private static final CustomerScope CUSTOMER = CustomerScope.of("customer-acme");
    private static final MeteredQuery CHECK = MeteredQuery.of(CUSTOMER.customerId(), CALLS);
    private static final long POLL_NANOS = 20_000;

    private StiggBackend backend;
    private StiggEmulator emulator;
    private Stigg stigg;
    private double usage;

    /** For JMH. */
    public UpdateDelayBenchmark() {}

    /** Starts the emulator and a client, and waits until the client follows it. */
    @Setup
    public void setUp() {
        backend = StiggBackend.of(AcmeCatalog.create(), SdkClock.system());
        emulator = StiggEmulator.serving(backend).apiKey("key").start();
        stigg = Stigg.builder()
                .transport(
                        HttpTransport.withApiKey("key").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(1_000))
                .entitlementTtl(Duration.ofHours(12))
                .build();
        stigg.customers()
                .provision(ProvisionCustomer.of(CUSTOMER.customerId()).subscribedTo(PlanSelection.of("plan-free")));
        while (stigg.status().updates() != Updates.LIVE) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Ends both. */
    @TearDown
    public void tearDown() {
        stigg.close();
        emulator.close();
    }

    /**
     * A change of usage in Stigg, until a check sees it.
     *
     * @return what the check saw
     */
    @Benchmark
    public double untilCheckSeesIt() {
        usage++;
        backend.setUsage(CUSTOMER, CALLS, usage);
        double seen = seen();
        while (seen != usage) {
            LockSupport.parkNanos(POLL_NANOS);
            seen = seen();
        }
        return seen;
    }

    private double seen() {
        return stigg.getMeteredEntitlement(CHECK).currentUsage();
    }

    /**
     * For comparison: asking Stigg for the entitlements.
     *
     * @return the entitlements
     */
    @Benchmark
    public EntitlementsState asking() {
        return stigg.reloadEntitlements(CUSTOMER);
    }
}
