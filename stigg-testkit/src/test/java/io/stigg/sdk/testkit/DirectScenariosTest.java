package io.stigg.sdk.testkit;

import io.stigg.sdk.testkit.contract.EntitlementScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import io.stigg.sdk.testkit.contract.SubscriptionScenarios;
import io.stigg.sdk.testkit.contract.TrialScenarios;
import io.stigg.sdk.testkit.contract.UsageScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Acme, by the backend itself:")
class DirectScenariosTest {
    @Nested
    @DisplayName("what is granted")
    class Entitlements extends EntitlementScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.direct(backend);
        }
    }

    @Nested
    @DisplayName("how customers come and leave")
    class Subscriptions extends SubscriptionScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.direct(backend);
        }
    }

    @Nested
    @DisplayName("trials")
    class Trials extends TrialScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.direct(backend);
        }
    }

    @Nested
    @DisplayName("usage")
    class Usage extends UsageScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return ScenarioRoute.direct(backend);
        }
    }
}
