package io.stigg.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The benchmarks")
class BenchmarksTest {
    private static final int CUSTOMERS = 10;

    private final Turn turn = new Turn();

    @Nested
    @DisplayName("of checks")
    class Checks {
        private final CheckBenchmark benchmark = new CheckBenchmark();

        @AfterEach
        void tearDown() {
            benchmark.tearDown();
        }

        private List<Entitlement> askAll() {
            return List.of(
                    benchmark.booleanPrebuilt(turn),
                    benchmark.booleanByIds(turn),
                    benchmark.numericPrebuilt(turn),
                    benchmark.meteredPrebuilt(turn),
                    benchmark.meteredBuiltPerCall(turn),
                    benchmark.enumPrebuilt(turn),
                    benchmark.creditPrebuilt(turn),
                    benchmark.featurePrebuilt(turn));
        }

        @Test
        @DisplayName("measure granted answers from the cache, for one customer and for many")
        void measureHits() {
            for (int customers : new int[] {1, CUSTOMERS}) {
                benchmark.customers = customers;
                benchmark.setUp();

                List<Entitlement> answers = Stream.generate(this::askAll)
                        .limit(CUSTOMERS)
                        .flatMap(List::stream)
                        .toList();

                assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer.hasAccess()).isTrue();
                    assertThat(answer.basis()).isEqualTo(AnswerBasis.FRESH);
                });
            }
        }

        @Test
        @DisplayName("measure metered checks that count usage and what is requested")
        void measureMeteredChecks() {
            benchmark.customers = CUSTOMERS;
            benchmark.setUp();

            MeteredEntitlement answer = benchmark.meteredPrebuilt(turn);

            assertThat(answer.currentUsage()).isEqualTo(17);
            assertThat(answer.requestedUsage()).isEqualTo(1);
            assertThat(answer.usagePeriod().end()).isPresent();
        }
    }

    @Test
    @DisplayName("of the bare map find what they look up")
    void bareMapFinds() {
        BareMapBenchmark benchmark = new BareMapBenchmark();
        benchmark.customers = CUSTOMERS;
        benchmark.setUp();

        assertThat(Stream.generate(() -> benchmark.lookUp(turn)).limit(CUSTOMERS))
                .containsOnly(true);
    }

    @Test
    @DisplayName("of other SDKs get the flag's value, not the default")
    void peersEvaluate() throws IOException {
        LaunchDarklyBenchmark launchDarkly = new LaunchDarklyBenchmark();
        OpenFeatureBenchmark openFeature = new OpenFeatureBenchmark();
        UnleashBenchmark unleash = new UnleashBenchmark();

        assertThat(answers(launchDarkly, () -> launchDarkly.boolVariation(turn)))
                .containsOnly(true);
        assertThat(answers(openFeature, () -> openFeature.getBooleanValue(turn)))
                .containsOnly(true);
        assertThat(answers(unleash, () -> unleash.isEnabled(turn))).containsOnly(true);
    }

    private static List<Boolean> answers(PeerBenchmark<?> benchmark, Supplier<Boolean> check) throws IOException {
        benchmark.customers = CUSTOMERS;
        benchmark.setUp();
        List<Boolean> answers = Stream.generate(check).limit(CUSTOMERS).toList();
        benchmark.tearDown();
        return answers;
    }

    @Test
    @DisplayName("of updates see what Stigg has told, and what it answers")
    void updatesAreSeen() {
        UpdateDelayBenchmark benchmark = new UpdateDelayBenchmark();
        benchmark.setUp();

        assertThat(Stream.generate(benchmark::untilCheckSeesIt).limit(3)).containsExactly(1.0, 2.0, 3.0);
        assertThat(benchmark.asking().entitlements()).isNotEmpty();
        benchmark.tearDown();
    }

    @Test
    @DisplayName("of Redis find the customer there, as the bare look-up does")
    void redisIsAsked() {
        RedisCheckBenchmark benchmark = new RedisCheckBenchmark();
        benchmark.setUp();

        assertThat(benchmark.bareGet()).contains(CannedTransport.METERED);
        assertThat(benchmark.check().currentUsage()).isEqualTo(17);
        assertThat(benchmark.checkBehindNearCache().basis()).isEqualTo(AnswerBasis.FRESH);
        benchmark.tearDown();
    }

    @Test
    @DisplayName("of misses ask Stigg each time, as the bare call does")
    void missesAsk() throws IOException, InterruptedException {
        MissBenchmark benchmark = new MissBenchmark();
        benchmark.setUp();
        int before = benchmark.asked();

        List<MeteredEntitlement> answers =
                Stream.generate(benchmark::miss).limit(3).toList();
        byte[] bare = benchmark.bareCall();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.usageLimit()).hasValue(100));
        assertThat(bare).hasSameSizeAs(benchmark.bareAsyncCall());
        assertThat(benchmark.asked() - before).isGreaterThanOrEqualTo(5);
        benchmark.tearDown();
    }

    @Test
    @DisplayName("of decoding read every feature that Stigg states")
    void decodingReads() throws IOException, InterruptedException {
        DecodeBenchmark benchmark = new DecodeBenchmark();
        benchmark.features = CUSTOMERS;
        benchmark.setUp();

        assertThat(benchmark.decoding().entitlements()).hasSize(CUSTOMERS);
        assertThat(benchmark.parsing().isJsonObject()).isTrue();
    }

    @Test
    @DisplayName("of streamed updates see what was told last")
    void streamedUpdatesAreSeen() {
        StreamedUpdatesBenchmark benchmark = new StreamedUpdatesBenchmark();
        benchmark.setUp();

        Stream.generate(() -> turn).limit(2_000).forEach(benchmark::update);

        assertThat(Stream.generate(() -> benchmark.check(turn)).limit(1_000)).allSatisfy(answer -> {
            assertThat(answer.basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(answer.currentUsage()).isGreaterThanOrEqualTo(100);
        });
        benchmark.tearDown();
    }
}
