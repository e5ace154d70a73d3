package io.stigg.sdk.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.strategy.managed.modelchecking.ModelCheckingOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the package of what it looks into, which nobody else may. */
@DisplayName("Of those who want the same at the same time,")
class SingleFlightInterleavingsTest {
    /** What is checked, by Lincheck. */
    public static class Asking {
        private final SingleFlight<String, Integer> flights = new SingleFlight<>();
        private final AtomicInteger underWay = new AtomicInteger();

        /** How many executions were under way: the one that answers, and no other. */
        @Operation
        public int ask() {
            return flights.run("customer", () -> {
                        int together = underWay.incrementAndGet();
                        underWay.decrementAndGet();
                        return CompletableFuture.completedFuture(together);
                    })
                    .join();
        }
    }

    /** What it has to look like: nobody waits in vain, and nobody is answered by one of two. */
    public static class OneByOne {
        /** Always one. */
        public int ask() {
            return 1;
        }
    }

    @Test
    @DisplayName("each is answered, by the one execution that is under way, however their threads take turns")
    void modelChecked() {
        LinChecker.check(
                Asking.class,
                new ModelCheckingOptions()
                        .iterations(1)
                        .invocationsPerIteration(2_000)
                        .threads(2)
                        .actorsPerThread(1)
                        .sequentialSpecification(OneByOne.class));
    }
}
