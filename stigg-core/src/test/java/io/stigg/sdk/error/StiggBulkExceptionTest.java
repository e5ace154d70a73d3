package io.stigg.sdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Why not all of many things were accepted")
class StiggBulkExceptionTest {
    private static final StiggException DOWN = StiggTransportException.unreachable("down", null);
    private final StiggBulkException failure = new StiggBulkException(List.of("a", "b", "c"), Map.of(2, DOWN));

    @Test
    @DisplayName("tells which were not, and shows none of them")
    void tells() {
        assertThat(failure).hasMessage("1 of 3 were not accepted, number 2 (from 0) because: down");
        assertThat(failure.accepted()).isEqualTo(2);
        assertThat(failure.reason()).isSameAs(DOWN);
        assertThat(failure.notAccepted(String.class)).containsExactly("c");
        assertThatThrownBy(() -> failure.notAccepted(Integer.class)).isInstanceOf(ClassCastException.class);
    }

    @Test
    @DisplayName("is the same in a copy for another caller")
    void copy() {
        StiggBulkException copy = failure.copy();

        assertThat(copy).hasCause(failure).hasMessage(failure.getMessage());
        assertThat(copy.reason()).isSameAs(DOWN);
        assertThat(copy.notAccepted(String.class)).containsExactly("c");
    }

    @Test
    @DisplayName("survives serialization without the things, which need not be serializable")
    void serialization() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(failure);

        StiggBulkException read =
                (StiggBulkException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.accepted()).isEqualTo(2);
        assertThat(read.isRetryable()).isTrue();
        assertThat(read.reason()).hasMessage("down");
        assertThat(read.failures()).isEmpty();
    }
}
