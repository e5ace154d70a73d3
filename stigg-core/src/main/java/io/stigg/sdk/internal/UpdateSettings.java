package io.stigg.sdk.internal;

/**
 * What becomes of what Stigg tells by itself.
 *
 * @param isOn whether to listen at all
 * @param keepsAll whether to keep what is told of customers whom nobody has asked about
 */
public record UpdateSettings(boolean isOn, boolean keepsAll) {}
