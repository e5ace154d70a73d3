package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A suite that nothing fails is worth nothing: each of these is wrong in one way, and is found out. */
@DisplayName("The contract suites")
class ContractsCatchTest {
    private static final Logger LOG = Logger.getLogger("io.stigg.sdk.testkit");

    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenCaches.LastWriteWins.class,
                BrokenCaches.StoresWhatIsNotHeld.class,
                BrokenCaches.IgnoresUsage.class,
                BrokenCaches.MakesUpScopes.class,
                BrokenCaches.EvictsTheScopeAlone.class,
                BrokenCaches.EvictsByPrefix.class,
                BrokenCaches.MixesScopesUp.class,
                BrokenCaches.RacesWhenStoring.class,
                BrokenCaches.ListsCustomersAlone.class,
                BrokenCaches.OpenAfterClose.class,
                BrokenCaches.NewLookupEachTime.class,
                BrokenCaches.AnswersLater.class
            })
    @DisplayName("find a cache out that breaks one rule, and accept one that answers later")
    void caches(Class<?> suite) {
        assertThat(failures(suite) > 0).isEqualTo(suite != BrokenCaches.AnswersLater.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenTransports.Throws.class,
                BrokenTransports.CountsTwice.class,
                BrokenTransports.FailsWithWhatever.class
            })
    @DisplayName("find a transport out that breaks one rule")
    void transports(Class<?> suite) {
        assertThat(failures(suite)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenStreams.DropsAnUpdate.class,
                BrokenStreams.ForgetsPeriods.class,
                BrokenStreams.Reorders.class,
                BrokenStreams.RepeatsAnUpdate.class,
                BrokenStreams.OpensTwice.class,
                BrokenStreams.OpensBeforeItIsOpen.class,
                BrokenStreams.EndsTwice.class,
                BrokenStreams.EndsWithWhatever.class,
                BrokenStreams.EndsInSilence.class,
                BrokenStreams.ReconnectsByItself.class,
                BrokenStreams.GoesOnAfterClose.class,
                BrokenStreams.TellsTheEndOnClose.class,
                BrokenStreams.WaitsForStigg.class,
                BrokenStreams.DiesOfAListener.class,
                BrokenStreams.OneForAll.class,
                BrokenStreams.TellsOnManyThreads.class,
                BrokenStreams.TellsLater.class
            })
    @DisplayName("find a stream out that breaks one rule, and accept one that tells later")
    void streams(Class<?> suite) {
        assertThat(failures(suite) > 0).isEqualTo(suite != BrokenStreams.TellsLater.class);
    }

    private static long failures(Class<?> suite) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .execute()
                .testEvents()
                .failed()
                .count();
    }
}
