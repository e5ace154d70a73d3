package io.stigg.sdk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

@DisplayName("A @StiggTest")
class StiggTestTest {
    @BeforeEach
    void forget() {
        ExampleTests.BACKENDS.clear();
        ExampleTests.CLIENTS.clear();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static void assertSucceeded(Events tests, int count) {
        tests.assertStatistics(statistics -> statistics.started(count).succeeded(count));
    }

    private static Set<StiggBackend> backends() {
        Set<StiggBackend> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(ExampleTests.BACKENDS);
        return distinct;
    }

    @Test
    @DisplayName("has one backend, one client and one clock, from its constructor to the end")
    void hasOneOfEach() {
        EngineExecutionResults results = run(ExampleTests.Everywhere.class);

        assertSucceeded(results.testEvents(), 1);
        assertThat(ExampleTests.BACKENDS).hasSize(4);
        assertThat(backends()).hasSize(1);
        assertThat(Set.copyOf(ExampleTests.CLIENTS)).hasSize(1);
    }

    @Test
    @DisplayName("is one as well if it inherits from one")
    void inherits() {
        assertSucceeded(run(ExampleTests.Inherits.class).testEvents(), 1);
    }

    @Test
    @DisplayName("leaves a closed client behind, whether it succeeds or fails")
    void closesTheClient() {
        run(ExampleTests.Everywhere.class);
        run(ExampleTests.Failing.class);

        assertThat(ExampleTests.CLIENTS)
                .hasSize(5)
                .extracting(Stigg::status)
                .extracting(StiggStatus::state)
                .containsOnly(StiggStatus.State.CLOSED);
    }

    @Test
    @DisplayName("shares its backend with no other test, repetition or set of parameters")
    void sharesNothing() {
        EngineExecutionResults results = run(ExampleTests.Several.class);

        assertSucceeded(results.testEvents(), 6);
        assertThat(backends()).hasSize(6);
    }

    @Test
    @DisplayName("shares its backend with no other test of the same instance")
    void sharesNothingInOneInstance() {
        EngineExecutionResults results = run(ExampleTests.OneInstance.class);

        assertSucceeded(results.testEvents(), 2);
        assertThat(backends()).hasSize(2);
    }

    @Test
    @DisplayName("shares its backend with no other test that runs at the same time")
    void sharesNothingInParallel() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ExampleTests.InParallel.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();

        assertSucceeded(results.testEvents(), 20);
        assertThat(backends()).hasSize(20);
    }

    @Test
    @DisplayName("gives the same to nested tests, by the nearest catalogue")
    void nested() {
        assertSucceeded(run(ExampleTests.Outer.class).testEvents(), 2);
    }

    @Test
    @DisplayName("may be behind an annotation of the consumer's own")
    void composed() {
        assertSucceeded(run(ExampleTests.Composed.class).testEvents(), 1);
    }

    @Test
    @DisplayName("says that what lives longer than a test cannot have a test's client")
    void refusesBeforeAll() {
        Events containers = run(ExampleTests.BeforeAllTests.class).containerEvents();

        containers
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("there is one Stigg for each test"))));
    }

    @Test
    @DisplayName("says that an instance for all tests cannot have a test's backend")
    void refusesSharedInstances() {
        Events containers = run(ExampleTests.OneInstanceWithItsOwn.class).containerEvents();

        containers
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("there is one StiggBackend for each test"))));
    }

    @Test
    @DisplayName("says which class makes no catalogue")
    void refusesBadCatalogs() {
        Events tests = run(ExampleTests.BadCatalog.class).testEvents();

        tests.assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("catalog: ") && text.contains("OfATitle"))));
    }
}
