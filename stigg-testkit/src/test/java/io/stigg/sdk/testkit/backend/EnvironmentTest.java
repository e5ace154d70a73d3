package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An environment")
class EnvironmentTest {
    @Test
    @DisplayName("serves every request that there is, and no other")
    void servesEveryRequest() {
        Environment environment = new Environment(AcmeCatalog.create(), FakeClock.at(Instant.EPOCH), new Unheard());

        assertThat(environment.served())
                .containsExactlyInAnyOrderElementsOf(kinds(StiggRequest.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EnvironmentTest::kinds)
                : Stream.of(type);
    }

    private static final class Unheard implements ChangeListener {
        @Override
        public void note(Update update) {}

        @Override
        public void deliver() {}
    }
}
