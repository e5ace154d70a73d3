package io.stigg.sdk.testkit;

import io.stigg.sdk.testkit.contract.AcmeScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Acme, by the backend itself:")
class DirectScenariosTest extends AcmeScenarios {
    @Override
    protected ScenarioRoute routeTo(StiggBackend backend) {
        return ScenarioRoute.direct(backend);
    }
}
