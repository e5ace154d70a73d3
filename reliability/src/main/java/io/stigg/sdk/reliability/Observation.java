package io.stigg.sdk.reliability;

/** One check: when it was asked and answered, by {@link System#nanoTime}. */
record Observation(String client, Bounds bounds, Question question, Answer answer, long asked, long answered) {}
