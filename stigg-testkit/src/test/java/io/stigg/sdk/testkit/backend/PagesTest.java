package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A list in pages")
class PagesTest {
    private static final Refusals REFUSALS = new Refusals("GetNumbers");

    private final List<Integer> numbers = IntStream.range(0, 10).boxed().toList();

    @Test
    @DisplayName("begins with as many entries as are asked for")
    void beginsWithTheFirst() {
        Page<Integer> page = page(Paging.first(4));

        assertThat(page.items()).containsExactly(0, 1, 2, 3);
        assertThat(page.hasNextPage()).isTrue();
        assertThat(page.hasPreviousPage()).isFalse();
        assertThat(page.totalCount()).isEmpty();
    }

    @Test
    @DisplayName("goes on after a cursor, up to the end")
    void goesOn() {
        Page<Integer> second = page(Paging.first(7).after(end(page(Paging.first(7)))));

        assertThat(second.items()).containsExactly(7, 8, 9);
        assertThat(second.hasNextPage()).isFalse();
        assertThat(second.hasPreviousPage()).isTrue();
    }

    @Test
    @DisplayName("is read from the end too, and back before a cursor")
    void readBackwards() {
        Page<Integer> last = page(Paging.last(3));
        Page<Integer> before = page(Paging.last(3).before(last.startCursor().orElseThrow()));

        assertThat(last.items()).containsExactly(7, 8, 9);
        assertThat(last.hasNextPage()).isFalse();
        assertThat(before.items()).containsExactly(4, 5, 6);
        assertThat(before.hasNextPage()).isTrue();
        assertThat(before.hasPreviousPage()).isTrue();
    }

    @Test
    @DisplayName("has nothing after its last entry, and nothing before its first")
    void endsAtItsEnds() {
        Page<Integer> beyond = page(Paging.first(5).after(end(page(Paging.last(1)))));
        Page<Integer> ahead =
                page(Paging.last(5).before(page(Paging.first(1)).startCursor().orElseThrow()));

        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.endCursor()).isEmpty();
        assertThat(beyond.hasNextPage()).isFalse();
        assertThat(ahead.items()).isEmpty();
        assertThat(ahead.hasPreviousPage()).isFalse();
        assertThat(ahead.hasNextPage()).isTrue();
    }

    @Test
    @DisplayName("comes in pages of 25 unless another size is asked for, and of 100 at most")
    void boundsSizes() {
        List<Integer> many = IntStream.range(0, 300).boxed().toList();
        Paging any = new Paging(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

        assertThat(Pages.of(many, any, REFUSALS).items()).hasSize(25);
        assertThat(Pages.of(many, Paging.first(250), REFUSALS).items()).hasSize(100);
    }

    @Test
    @DisplayName("says how long it is where it is counted")
    void counts() {
        assertThat(Pages.counted(numbers, Paging.first(1), REFUSALS).totalCount())
                .hasValue(10);
    }

    @Test
    @DisplayName("is not read on from a cursor that nobody gave out")
    void refusesForeignCursors() {
        for (String foreign : List.of("7", "entry:7", "%%%", new Cursor(3).text() + "x")) {
            assertThatThrownBy(() -> page(Paging.first(1).after(foreign)))
                    .isInstanceOfSatisfying(
                            StiggApiException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
        }
    }

    private Page<Integer> page(Paging paging) {
        return Pages.of(numbers, paging, REFUSALS);
    }

    private static String end(Page<?> page) {
        return page.endCursor().orElseThrow();
    }
}
