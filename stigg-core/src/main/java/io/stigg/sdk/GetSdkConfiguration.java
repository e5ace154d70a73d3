package io.stigg.sdk;

/**
 * Asks for the settings that Stigg has for this SDK. It serves to prove that the API key is accepted. Immutable.
 */
public record GetSdkConfiguration() implements StiggRequest<SdkConfiguration> {}
