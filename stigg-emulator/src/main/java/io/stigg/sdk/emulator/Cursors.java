package io.stigg.sdk.emulator;

import io.stigg.sdk.Page;
import io.stigg.sdk.testkit.backend.Cursor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The entries of pages with their cursors. */
final class Cursors {
    private Cursors() {}

    static List<Map<String, Object>> edges(Page<?> page) {
        int start = page.startCursor().flatMap(Cursor::of).map(Cursor::position).orElse(0);
        return IntStream.range(0, page.items().size())
                .mapToObj(i -> Map.of("node", page.items().get(i), "cursor", new Cursor(start + i).text()))
                .toList();
    }
}
