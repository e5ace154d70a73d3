package io.stigg.sdk.catalog;

/**
 * The most that may be spent. Immutable.
 *
 * @param limit how much, in whole units of the currency of the prices
 */
public record TrialBudget(double limit) {}
