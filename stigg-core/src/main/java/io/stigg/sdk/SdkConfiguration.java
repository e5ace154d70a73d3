package io.stigg.sdk;

/**
 * The settings that Stigg has for this SDK. None of them changes how the SDK behaves. Immutable.
 *
 * @param isWidgetWatermarkEnabled whether Stigg's widgets show a watermark
 */
public record SdkConfiguration(boolean isWidgetWatermarkEnabled) {}
