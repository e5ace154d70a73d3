package io.stigg.sdk.testkit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.testkit.contract.AcmeScenarios;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Acme, in process")
class InProcessScenariosTest extends AcmeScenarios {
    @Override
    protected Stigg newClient(StiggBackend backend, Fallbacks fallbacks) {
        return Stigg.builder().adapters(backend.adapters()).fallbacks(fallbacks).build();
    }
}
