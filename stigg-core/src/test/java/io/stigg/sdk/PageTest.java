package io.stigg.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A list that comes in pages")
class PageTest {
    /** Asks for some of the numbers from 0 on. */
    private record GetNumbers(Paging paging) implements PagedRequest<GetNumbers> {
        @Override
        public GetNumbers at(Paging otherPage) {
            return new GetNumbers(otherPage);
        }
    }

    private final List<Paging> asked = new ArrayList<>();

    /** Has so many numbers, whose cursors are the numbers themselves. */
    private Function<GetNumbers, Page<Integer>> numbers(int count) {
        return request -> {
            asked.add(request.paging());
            int begin = request.paging()
                    .after()
                    .map(after -> Integer.parseInt(after) + 1)
                    .orElse(0);
            int end = Math.min(count, begin + request.paging().first().orElseThrow());
            return page(IntStream.range(begin, end).boxed().toList(), end < count);
        };
    }

    private static Page<Integer> page(List<Integer> items, boolean hasNext) {
        return new Page<>(
                items,
                items.stream().findFirst().map(String::valueOf),
                items.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(items.get(items.size() - 1))),
                hasNext,
                false,
                OptionalInt.empty());
    }

    private static GetNumbers first(int size) {
        return new GetNumbers(Paging.first(size));
    }

    @Nested
    @DisplayName("gone through as a whole")
    class All {
        @Test
        @DisplayName("gives each entry once, in order, over all pages")
        void everything() {
            List<Integer> all = Page.all(first(10), numbers(35)).toList();

            assertThat(all)
                    .containsExactlyElementsOf(IntStream.range(0, 35).boxed().toList());
            assertThat(asked)
                    .containsExactly(
                            Paging.first(10),
                            Paging.first(10).after("9"),
                            Paging.first(10).after("19"),
                            Paging.first(10).after("29"));
        }

        @Test
        @DisplayName("asks no more when the last page is full, or the list is empty")
        void noPageTooMany() {
            assertThat(Page.all(first(10), numbers(20))).hasSize(20);
            assertThat(asked).hasSize(2);

            asked.clear();
            assertThat(Page.all(first(10), numbers(0))).isEmpty();
            assertThat(asked).hasSize(1);
        }

        @Test
        @DisplayName("asks for no more pages than were shown when it is left early")
        void leftEarly() {
            assertThat(Page.all(first(10), numbers(1_000)).limit(10)).hasSize(10);
            assertThat(asked).hasSize(1);

            asked.clear();
            assertThat(Page.all(first(10), numbers(1_000)).limit(11)).hasSize(11);
            assertThat(asked).hasSize(2);

            asked.clear();
            assertThat(Page.all(first(10), numbers(1_000))
                            .filter(number -> number == 25)
                            .findFirst())
                    .hasValue(25);
            assertThat(asked).hasSize(3);
        }

        @Test
        @DisplayName("begins where it is told to")
        void fromACursor() {
            assertThat(Page.all(new GetNumbers(Paging.first(10).after("17")), numbers(20)))
                    .containsExactly(18, 19);
        }

        @Test
        @DisplayName("goes on past a page that is empty or shorter than asked for")
        void pastAnEmptyPage() {
            Page<Integer> emptied =
                    new Page<>(List.of(), Optional.empty(), Optional.of("0"), true, false, OptionalInt.empty());
            Function<GetNumbers, Page<Integer>> gappy = request ->
                    request.paging().after().isEmpty() ? emptied : numbers(3).apply(request);

            assertThat(Page.all(first(10), gappy)).containsExactly(1, 2);
        }

        @Test
        @Timeout(10)
        @DisplayName("ends where a server gives the same cursor again, or none, whatever it says of a next page")
        void doesNotGoRound() {
            Page<Integer> same = page(List.of(7), true);
            Page<Integer> lost =
                    new Page<>(List.of(7), Optional.empty(), Optional.empty(), true, false, OptionalInt.empty());

            assertThat(Page.all(first(1), request -> same)).containsExactly(7, 7);
            assertThat(Page.all(first(1), request -> lost)).containsExactly(7);
        }

        @Test
        @Timeout(10)
        @DisplayName("ends where a server leads in a circle")
        void doesNotGoInCircles() {
            Function<GetNumbers, Page<Integer>> circle =
                    request -> page(List.of(request.paging().after().equals(Optional.of("1")) ? 2 : 1), true);

            assertThat(Page.all(first(1), circle)).containsExactly(1, 2, 1);
        }

        @Test
        @DisplayName("fails where a page does, after the entries before it")
        void failsWithItsPage() {
            List<Integer> seen = new ArrayList<>();
            Function<GetNumbers, Page<Integer>> failing = request -> {
                if (request.paging().after().isPresent()) {
                    throw new IllegalStateException("no second page");
                }
                return numbers(20).apply(request);
            };
            Stream<Integer> all = Page.all(first(10), failing).peek(seen::add);

            assertThatThrownBy(all::toList).hasMessage("no second page");
            assertThat(seen).hasSize(10);
        }

        @Test
        @DisplayName("is not gone through from its end")
        void notBackwards() {
            GetNumbers last = new GetNumbers(Paging.last(10));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Page.all(last, numbers(20)))
                    .withMessageContaining("last");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Page.all(last.at(Paging.last(10).before("9")), numbers(20)));
            assertThat(asked).isEmpty();
        }
    }

    @Nested
    @DisplayName("asked for a page")
    class Asked {
        @Test
        @DisplayName("has pages of one entry or more")
        void sizes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Paging.first(0))
                    .withMessage("first must be 1 or more, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Paging.last(-1))
                    .withMessage("last must be 1 or more, not -1");
        }

        @Test
        @DisplayName("is counted from one end only")
        void oneDirection() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Paging.first(5).before("c"));
            assertThatIllegalArgumentException().isThrownBy(() -> Paging.last(5).after("c"));
        }

        @Test
        @DisplayName("keeps its size when it goes on")
        void keepsItsSize() {
            assertThat(Paging.first(5).after("a").after("b").first()).hasValue(5);
            assertThat(Paging.last(5).before("a").before("b").before()).hasValue("b");
        }
    }
}
