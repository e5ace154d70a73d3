package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cuts lists into pages. */
final class Pages {
    private static final int USUAL_SIZE = 25;
    private static final int LARGEST_SIZE = 100;

    private Pages() {}

    /** Cuts out the page that is asked for; does not say how long the list is. */
    static <T> Page<T> of(List<T> list, Paging paging, Refusals refusals) {
        return page(list, paging, OptionalInt.empty(), refusals);
    }

    /** Cuts out the page that is asked for, and says how long the list is. */
    static <T> Page<T> counted(List<T> list, Paging paging, Refusals refusals) {
        return page(list, paging, OptionalInt.of(list.size()), refusals);
    }

    private static <T> Page<T> page(List<T> list, Paging paging, OptionalInt total, Refusals refusals) {
        boolean fromTheEnd = paging.last().isPresent() || paging.before().isPresent();
        int begin;
        int end;
        if (fromTheEnd) {
            end = paging.before().map(cursor -> position(cursor, refusals)).orElse(list.size());
            end = Math.min(end, list.size());
            begin = Math.max(0, end - size(paging.last()));
        } else {
            begin = paging.after().map(cursor -> position(cursor, refusals) + 1).orElse(0);
            begin = Math.min(begin, list.size());
            end = Math.min(list.size(), begin + size(paging.first()));
        }
        boolean isEmpty = begin == end;
        return new Page<>(
                list.subList(begin, end),
                isEmpty ? Optional.empty() : Optional.of(new Cursor(begin).text()),
                isEmpty ? Optional.empty() : Optional.of(new Cursor(end - 1).text()),
                end < list.size(),
                begin > 0,
                total);
    }

    private static int size(OptionalInt asked) {
        return Math.min(asked.orElse(USUAL_SIZE), LARGEST_SIZE);
    }

    private static int position(String cursor, Refusals refusals) {
        return Cursor.of(cursor)
                .orElseThrow(() -> refusals.because(ErrorCode.BAD_USER_INPUT, "Invalid cursor: " + cursor))
                .position();
    }
}
