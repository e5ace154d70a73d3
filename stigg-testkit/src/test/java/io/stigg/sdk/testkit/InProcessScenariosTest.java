package io.stigg.sdk.testkit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.testkit.contract.AcmeScenarios;
import io.stigg.sdk.testkit.contract.ClientScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Acme, by a client in process:")
class InProcessScenariosTest extends AcmeScenarios {
    @Override
    protected ScenarioRoute routeTo(StiggBackend backend) {
        return ScenarioRoute.through(backend.newClient());
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
