package io.stigg.sdk.testkit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.testkit.contract.ClientScenarios;
import io.stigg.sdk.testkit.contract.EntitlementScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import io.stigg.sdk.testkit.contract.SubscriptionScenarios;
import io.stigg.sdk.testkit.contract.TrialScenarios;
import io.stigg.sdk.testkit.contract.UsageScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Acme, by a client in process:")
class InProcessScenariosTest {
    @Nested
    @DisplayName("what is granted")
    class Entitlements extends EntitlementScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.through(backend.newClient());
        }
    }

    @Nested
    @DisplayName("how customers come and leave")
    class Subscriptions extends SubscriptionScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.through(backend.newClient());
        }
    }

    @Nested
    @DisplayName("trials")
    class Trials extends TrialScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.through(backend.newClient());
        }
    }

    @Nested
    @DisplayName("usage")
    class Usage extends UsageScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.through(backend.newClient());
        }
    }

    @Nested
    @DisplayName("when Stigg does not answer")
    class Failing extends ClientScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.through(Stigg.builder()
                    .adapters(backend.adapters())
                    .fallbacks(FALLBACKS)
                    .build());
        }

        @Override
        protected void cutOff(StiggBackend backend) {
            backend.goDown();
        }

        @Override
        protected void throttle(StiggBackend backend) {
            backend.faults().on(GetEntitlementsState.class).failNext(1_000, Faults.throttled());
        }
    }
}
