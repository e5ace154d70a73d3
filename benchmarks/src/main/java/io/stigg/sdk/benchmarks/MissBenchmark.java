package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
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
 * Checks of customers who are not in the cache, so that Stigg is asked, beside the same question put by the JDK's client alone: the
 * emulator, in the same process, over real sockets on loopback. Confined to one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(MissBenchmark.FORKS)
@SuppressWarnings("NullAway.Init")
public class MissBenchmark {
    static final int FORKS = 2;
    private static final int CACHED = 100;
    /** So many more than are cached that nobody is cached whose turn it is. */
    private static final int CUSTOMERS = 5_000;

    private StiggEmulator emulator;
    private HttpClient bare;
    private SdkHeaders headers;
    private Stigg stigg;
    private int turn;

    /** For JMH. */
    public MissBenchmark() {}

    /**
     * Starts the emulator, with its customers, and the clients.
     *
     * @throws IOException if no port is to be had
     */
    @Setup
    public void setUp() throws IOException {
        StiggBackend backend = StiggBackend.acme();
        try (Stigg owner = backend.newClient()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                owner.customers()
                        .provision(ProvisionCustomer.of(customer(i)).subscribedTo(PlanSelection.of("plan-free")));
            }
        }
        emulator = StiggEmulator.serving(backend).apiKey(StatedAnswer.KEY).start();
        bare = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        headers = SdkHeaders.heard();
        stigg = Stigg.builder()
                .transport(HttpTransport.withApiKey(StatedAnswer.KEY)
                        .baseUri(emulator.uri())
                        .withoutEdge())
                .cache(MemoryCache.ofCustomers(CACHED))
                .withoutLiveUpdates()
                .build();
    }

    private static String customer(int number) {
        return "customer-" + number;
    }

    private String next() {
        turn = (turn + 1) % CUSTOMERS;
        return customer(turn);
    }

    /** Ends them. */
    @TearDown
    public void tearDown() {
        stigg.close();
        emulator.close();
    }

    /**
     * For comparison: the same question, and the bytes of the answer.
     *
     * @return the bytes, as they came
     * @throws IOException if the emulator cannot be asked
     * @throws InterruptedException if JMH interrupts it
     */
    @Benchmark
    public byte[] bareCall() throws IOException, InterruptedException {
        return bare.send(request(), BodyHandlers.ofByteArray()).body();
    }

    /**
     * For comparison: the same, sent without blocking, as the SDK has to, and waited for.
     *
     * @return the bytes, as they came
     */
    @Benchmark
    public byte[] bareAsyncCall() {
        return bare.sendAsync(request(), BodyHandlers.ofByteArray()).join().body();
    }

    private HttpRequest request() {
        return headers.addedTo(StatedAnswer.request(emulator.uri(), next())).build();
    }

    /**
     * A check that has to ask, and remembers what it was told. With each asynchronous exchange the JDK's client puts a task into the
     * common pool, which has threads on a machine of three processors or more, as here.
     *
     * @return the answer
     */
    @Benchmark
    @Fork(value = FORKS, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2")
    public MeteredEntitlement miss() {
        return check();
    }

    /**
     * The same on a machine of two processors, where that starts a thread each time.
     *
     * @return the answer
     */
    @Benchmark
    @Fork(value = FORKS, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1")
    public MeteredEntitlement missOnTwoProcessors() {
        return check();
    }

    private MeteredEntitlement check() {
        return stigg.getMeteredEntitlement(MeteredQuery.of(next(), "feature-api-calls"));
    }

    int asked() {
        return emulator.requestCount();
    }
}
