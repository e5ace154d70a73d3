package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.SdkConfiguration;
import java.time.Instant;
import java.util.Optional;

final class GetSdkConfigurationOperation extends Operation<SdkConfiguration> {
    private static final Document DOCUMENT = Document.of("GetSdkConfiguration");

    GetSdkConfigurationOperation() {
        super(DOCUMENT);
    }

    @Override
    public Optional<String> edgePath() {
        return Optional.of("/v1/config/server-sdk-configuration.json");
    }

    @Override
    JsonObject variables() {
        return new JsonObject();
    }

    @Override
    public SdkConfiguration read(JsonView data, Instant askedAt) {
        JsonView configuration = data.at("sdkConfiguration");
        return new SdkConfiguration(!configuration.isAbsent()
                && configuration.at("isWidgetWatermarkEnabled").flagOrFalse());
    }
}
