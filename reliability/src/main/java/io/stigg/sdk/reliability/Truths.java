package io.stigg.sdk.reliability;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What was true of one question, and when, by {@link System#nanoTime}. While a change is under way both what was and what will
 * be are true. Thread-safe.
 */
final class Truths {
    private record Spell(Verdict verdict, long from, long until) {}

    private final long keptNanos;
    private final Deque<Spell> newestFirst = new ArrayDeque<>();

    Truths(Duration kept) {
        keptNanos = kept.toNanos();
    }

    /** States what is true since a change that began and ended at these times, or could have been as early as that. */
    synchronized void changed(Verdict verdict, long began, long ended) {
        Spell last = newestFirst.peek();
        if (last != null && last.verdict.equals(verdict)) {
            return;
        }
        if (last != null) {
            newestFirst.pop();
            newestFirst.push(new Spell(last.verdict, last.from, ended));
        }
        newestFirst.push(new Spell(verdict, began, Long.MAX_VALUE));
        while (newestFirst.getLast().until < ended - keptNanos) {
            newestFirst.removeLast();
        }
    }

    synchronized Optional<Verdict> now() {
        return Optional.ofNullable(newestFirst.peek()).map(Spell::verdict);
    }

    /**
     * For how long an answer had been wrong when it was asked for: zero if it was true at any time until it was given. Empty if
     * it has not been true for as long as is kept.
     */
    synchronized Optional<Duration> staleness(Verdict verdict, long asked, long answered) {
        for (Spell spell : newestFirst) {
            if (spell.from <= answered && verdict.saysAsMuchAs(spell.verdict)) {
                return Optional.of(Duration.ofNanos(Math.max(0, asked - spell.until)));
            }
        }
        return Optional.empty();
    }
}
