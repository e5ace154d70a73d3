package io.stigg.sdk.reliability;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.entitlement.AnswerBasis;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A client that is asked all the time, by a thread of its own, and whose answers the oracle judges. */
final class ClientUnderTest implements AutoCloseable {
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(1);

    private final String name;
    private final Stigg stigg;
    private final Bounds bounds;
    private final Oracle oracle;
    private final Violations violations;
    private final Thread checker;
    private final boolean isLive;

    ClientUnderTest(String name, Stigg stigg, Bounds bounds, boolean isLive, Oracle oracle, Violations violations) {
        this.name = name;
        this.stigg = stigg;
        this.bounds = bounds;
        this.isLive = isLive;
        this.oracle = oracle;
        this.violations = violations;
        this.checker = new Thread(this::check, "checker-" + name);
    }

    void start() {
        checker.start();
    }

    String name() {
        return name;
    }

    private void check() {
        List<Question> questions = Business.questions();
        Random random = new Random();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                check(questions.get(random.nextInt(questions.size())));
            } catch (RuntimeException e) {
                violations.add("a check of " + name + " threw " + e);
            }
            Pause.of(BETWEEN_CHECKS);
        }
    }

    private void check(Question question) {
        long asked = System.nanoTime();
        Answer answer = question.ask(stigg);
        oracle.judge(new Observation(name, bounds, question, answer, asked, System.nanoTime()));
    }

    /** Whether it knows all that is true, and knows that it does. */
    boolean hasHealed() {
        return (!isLive || stigg.status().updates() == Updates.LIVE)
                && Business.questions().stream().allMatch(this::isRight);
    }

    private boolean isRight(Question question) {
        Answer answer = question.ask(stigg);
        return answer.basis() == AnswerBasis.FRESH && answer.verdict().saysAsMuchAs(oracle.truth(question));
    }

    /** For the message of who waited for it in vain. */
    String describe() {
        return name + ": " + stigg.status() + ", of "
                + Business.questions().stream()
                        .filter(question -> !isRight(question))
                        .map(question ->
                                question + " it thinks " + question.ask(stigg) + ", but " + oracle.truth(question))
                        .toList();
    }

    @Override
    public void close() {
        checker.interrupt();
        Pause.until(checker);
        stigg.close();
    }
}
