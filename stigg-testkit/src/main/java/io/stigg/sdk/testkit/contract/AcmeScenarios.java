package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.testkit.StiggBackend;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * All scenarios of the Acme catalogue in which Stigg answers, by one route. {@link ClientScenarios} has those in which it does
 * not.
 */
public abstract class AcmeScenarios {
    /** For subclasses. */
    protected AcmeScenarios() {}

    /**
     * Makes the route of one scenario.
     *
     * @param backend the Stigg of the scenario
     * @return the way to it, which the scenario closes
     */
    protected abstract ScenarioRoute routeTo(StiggBackend backend);

    @Nested
    @DisplayName("what is granted")
    class Entitlements extends EntitlementScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return AcmeScenarios.this.routeTo(backend);
        }
    }

    @Nested
    @DisplayName("how customers come and leave")
    class Subscriptions extends SubscriptionScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return AcmeScenarios.this.routeTo(backend);
        }
    }

    @Nested
    @DisplayName("trials")
    class Trials extends TrialScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return AcmeScenarios.this.routeTo(backend);
        }
    }

    @Nested
    @DisplayName("usage")
    class Usage extends UsageScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return AcmeScenarios.this.routeTo(backend);
        }
    }
}
