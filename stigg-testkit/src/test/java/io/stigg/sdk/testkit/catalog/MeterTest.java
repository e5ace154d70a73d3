package io.stigg.sdk.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.testkit.catalog.EventCondition.Operator;
import io.stigg.sdk.testkit.catalog.Meter.Aggregation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A meter")
class MeterTest {
    private static final Map<String, Object> EVENT = Map.of("region", "eu-west", "bytes", 20, "cold", true);

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @DisplayName("counts what its conditions hold for")
    @CsvSource({
        "region, EQUALS, eu-west, true",
        "region, EQUALS, eu, false",
        "region, NOT_EQUALS, eu, true",
        "region, CONTAINS, -we, true",
        "region, STARTS_WITH, eu, true",
        "region, ENDS_WITH, eu, false",
        "bytes, GREATER_THAN, 19.5, true",
        "bytes, GREATER_THAN, 20, false",
        "bytes, GREATER_THAN_OR_EQUAL, 20, true",
        "bytes, LESS_THAN, 20, false",
        "bytes, LESS_THAN_OR_EQUAL, 20.0, true",
        "bytes, EQUALS, 20.00, true",
        "region, LESS_THAN, 20, false",
        "nothing, EQUALS, eu, false",
        "nothing, NOT_EQUALS, eu, true",
        "bytes, CONTAINS, 2, false"
    })
    void conditions(String field, Operator operator, String operand, boolean holds) {
        Object value = operand.matches("[0-9.]+") ? Double.valueOf(operand) : operand;

        assertThat(EventCondition.of(field, operator, value).holds(EVENT)).isEqualTo(holds);
    }

    @Test
    @DisplayName("knows whether a dimension is there, and whether it is one of several")
    void others() {
        assertThat(EventCondition.of("region", Operator.IS_NULL).holds(EVENT)).isFalse();
        assertThat(EventCondition.of("nothing", Operator.IS_NULL).holds(EVENT)).isTrue();
        assertThat(EventCondition.of("region", Operator.IS_NOT_NULL).holds(EVENT))
                .isTrue();
        assertThat(EventCondition.in("bytes", 10, 20L).holds(EVENT)).isTrue();
        assertThat(EventCondition.in("bytes", 10, 30).holds(EVENT)).isFalse();
        assertThat(EventCondition.equal("cold", true).holds(EVENT)).isTrue();
    }

    @Test
    @DisplayName("wants all conditions of a group, and one of several groups")
    void groups() {
        Meter meter = Meter.counting("read")
                .where(EventCondition.equal("region", "us"))
                .where(EventCondition.equal("bytes", 20))
                .orWhere(EventCondition.equal("cold", true));

        assertThat(meter.reading("read", EVENT)).contains(1.0);
        assertThat(meter.reading("read", Map.of("region", "us"))).isEmpty();
        assertThat(meter.reading("read", Map.of("region", "us", "bytes", 20.0))).isPresent();
        assertThat(meter.reading("write", EVENT)).isEmpty();
    }

    @Test
    @DisplayName("ignores an event without its field, or without a number where it needs one")
    void fields() {
        assertThat(Meter.sum("read", "bytes").reading("read", EVENT)).contains(20.0);
        assertThat(Meter.sum("read", "region").reading("read", EVENT)).isEqualTo(Optional.empty());
        assertThat(Meter.unique("read", "user").reading("read", EVENT)).isEmpty();
    }

    @Test
    @DisplayName("has a field where its aggregation needs one, and conditions in its groups")
    void refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Meter.of("read", Aggregation.COUNT, "bytes"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Meter.counting("read").where());
        assertThatIllegalArgumentException().isThrownBy(() -> EventCondition.of("a", Operator.EQUALS));
    }
}
