package io.stigg.sdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.usage.ReportUsage;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests as consumers write them. Not run by themselves: {@link StiggTestTest} runs them. */
final class ExampleTests {
    static final Queue<StiggBackend> BACKENDS = new ConcurrentLinkedQueue<>();
    static final Queue<Stigg> CLIENTS = new ConcurrentLinkedQueue<>();

    private ExampleTests() {}

    private static void saw(StiggBackend backend, Stigg stigg) {
        BACKENDS.add(backend);
        CLIENTS.add(stigg);
    }

    @StiggTest
    static class Everywhere {
        Everywhere(StiggBackend backend, Stigg stigg) {
            saw(backend, stigg);
        }

        @BeforeEach
        void before(Stigg stigg, StiggBackend backend) {
            saw(backend, stigg);
        }

        @Test
        void test(StiggBackend backend, Stigg stigg, FakeClock clock) {
            saw(backend, stigg);
            assertThat(clock).isSameAs(backend.clock());
        }

        @AfterEach
        void after(Stigg stigg, StiggBackend backend) {
            saw(backend, stigg);
            assertThat(stigg.status().state()).isNotEqualTo(StiggStatus.State.CLOSED);
        }
    }

    @StiggTest
    static class Failing {
        @Test
        void fails(Stigg stigg, StiggBackend backend) {
            saw(backend, stigg);
            throw new AssertionError("on purpose");
        }
    }

    @StiggTest
    static class Several {
        private final StiggBackend own;

        Several(StiggBackend own) {
            this.own = own;
        }

        @Test
        void one(StiggBackend backend) {
            check(backend);
        }

        @RepeatedTest(2)
        void repeated(StiggBackend backend) {
            check(backend);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cust-1", "cust-2", "cust-3"})
        void parameterized(String customerId, StiggBackend backend) {
            assertThat(customerId).startsWith("cust-");
            check(backend);
        }

        private void check(StiggBackend backend) {
            assertThat(backend).isSameAs(own);
            BACKENDS.add(backend);
        }
    }

    @StiggTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        @Test
        void one(StiggBackend backend) {
            BACKENDS.add(backend);
        }

        @Test
        void two(StiggBackend backend) {
            BACKENDS.add(backend);
        }
    }

    @StiggTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceWithItsOwn {
        OneInstanceWithItsOwn(StiggBackend backend) {
            BACKENDS.add(backend);
        }

        @Test
        void test() {}
    }

    @StiggTest
    static class BeforeAllTests {
        @BeforeAll
        static void before(Stigg stigg) {
            CLIENTS.add(stigg);
        }

        @Test
        void test() {}
    }

    /** Sells nothing. */
    static final class NothingForSale implements Supplier<Catalog> {
        @Override
        public Catalog get() {
            return Catalog.builder().build();
        }
    }

    @StiggTest
    static class Outer {
        private final StiggBackend outer;

        Outer(StiggBackend outer) {
            this.outer = outer;
        }

        @Nested
        class Inner {
            private final StiggBackend inner;

            Inner(StiggBackend inner) {
                this.inner = inner;
            }

            @Test
            void test(StiggBackend backend) {
                assertThat(backend).isSameAs(inner).isSameAs(outer);
                assertThat(backend.catalog().plans()).isNotEmpty();
            }
        }

        @Nested
        @StiggTest(catalog = NothingForSale.class)
        class WithItsOwnCatalog {
            @Test
            void test(StiggBackend backend) {
                assertThat(backend).isSameAs(outer);
                assertThat(backend.catalog().plans()).isEmpty();
            }
        }
    }

    @StiggTest(catalog = NothingForSale.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface EmptyShop {}

    @EmptyShop
    static class Composed {
        @Test
        void test(StiggBackend backend) {
            assertThat(backend.catalog().plans()).isEmpty();
        }
    }

    static class Inherits extends Everywhere {
        Inherits(StiggBackend backend, Stigg stigg) {
            super(backend, stigg);
        }
    }

    /** Cannot be made: there is no constructor without parameters. */
    static final class OfATitle implements Supplier<Catalog> {
        private final String title;

        OfATitle(String title) {
            this.title = title;
        }

        @Override
        public Catalog get() {
            throw new IllegalStateException(title);
        }
    }

    @StiggTest(catalog = OfATitle.class)
    static class BadCatalog {
        @Test
        void test(StiggBackend backend) {
            BACKENDS.add(backend);
        }
    }

    @StiggTest
    @Execution(ExecutionMode.CONCURRENT)
    static class InParallel {
        private static final CyclicBarrier TWO = new CyclicBarrier(2);

        @RepeatedTest(20)
        void usesUpThePlan(Stigg stigg, StiggBackend backend) throws Exception {
            BACKENDS.add(backend);
            TWO.await(20, TimeUnit.SECONDS);

            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
            stigg.reportUsageBulk(List.of(ReportUsage.of("cust-1", "feature-api-calls", 99)));

            assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-api-calls")
                                    .requesting(1))
                            .hasAccess())
                    .isTrue();
            assertThat(backend.measurements("cust-1")).hasSize(1);
        }
    }
}
