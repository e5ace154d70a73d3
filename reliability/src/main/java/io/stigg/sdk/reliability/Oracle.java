package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.AnswerBasis;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Knows what was true when, and judges what clients answer. What is not right by what is known is judged when {@link #settle} says
 * that no change is under way: a client may know sooner of a change than the oracle does. Thread-safe.
 */
final class Oracle {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Violations violations;
    private final Map<Question, Truths> truths = new ConcurrentHashMap<>();
    private final Queue<Observation> doubtful = new ConcurrentLinkedQueue<>();
    private final Map<AnswerBasis, LongAccumulator> longest = new ConcurrentHashMap<>();
    private final Map<AnswerBasis, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder grants = new LongAdder();

    Oracle(Violations violations) {
        this.violations = violations;
    }

    void changed(Question question, Verdict verdict, long began, long ended) {
        truths(question).changed(verdict, began, ended);
    }

    private Truths truths(Question question) {
        return truths.computeIfAbsent(question, added -> new Truths(KEPT));
    }

    Verdict truth(Question question) {
        return truths(question).now().orElseThrow();
    }

    void judge(Observation seen) {
        answers.computeIfAbsent(seen.answer().basis(), basis -> new LongAdder()).increment();
        if (seen.answer().verdict().isGranted()) {
            grants.increment();
        }
        if (!isDenyingFallback(seen.answer()) && !staleness(seen).equals(Optional.of(Duration.ZERO))) {
            doubtful.add(seen);
        }
    }

    private static boolean isDenyingFallback(Answer answer) {
        return answer.basis() == AnswerBasis.FALLBACK && !answer.verdict().isGranted();
    }

    /** No change is under way, and all that was changed has been told. */
    void settle() {
        for (Observation seen = doubtful.poll(); seen != null; seen = doubtful.poll()) {
            if (!isRight(seen)) {
                violations.add(describe(seen));
            }
        }
    }

    private boolean isRight(Observation seen) {
        Answer answer = seen.answer();
        Optional<Duration> staleness = staleness(seen);
        boolean isRight = staleness
                .filter(since -> since.compareTo(seen.bounds().of(answer.basis())) <= 0)
                .isPresent();
        if (isRight) {
            longest.computeIfAbsent(answer.basis(), basis -> new LongAccumulator(Math::max, 0))
                    .accumulate(staleness.orElseThrow().toMillis());
        }
        return isRight;
    }

    private Optional<Duration> staleness(Observation seen) {
        return truths(seen.question()).staleness(seen.answer().verdict(), seen.asked(), seen.answered());
    }

    private String describe(Observation seen) {
        String since = staleness(seen)
                .map(time -> "was no longer true for " + time.toMillis() + " ms")
                .orElse("has never been true");
        return seen.client() + " answered " + seen.question() + " by " + seen.answer() + ", which " + since
                + "; at most " + seen.bounds().of(seen.answer().basis()).toMillis() + " ms were promised";
    }

    long answers(AnswerBasis basis) {
        LongAdder count = answers.get(basis);
        return count == null ? 0 : count.sum();
    }

    long grants() {
        return grants.sum();
    }

    /** Returns for how long an answer had been wrong at most. */
    Duration longest(AnswerBasis basis) {
        LongAccumulator most = longest.get(basis);
        return most == null ? Duration.ZERO : Duration.ofMillis(most.get());
    }
}
