package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The state of an environment")
class StateTest {
    @Test
    @DisplayName("serves every request that there is, and no other")
    void servesEveryRequest() {
        State state = new State(AcmeCatalog.create(), new Unheard());

        assertThat(state.served())
                .containsExactlyInAnyOrderElementsOf(kinds(StiggRequest.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StateTest::kinds)
                : Stream.of(type);
    }

    private static final class Unheard implements ChangeListener {
        @Override
        public void note(Update update) {}

        @Override
        public void deliver() {}
    }
}
