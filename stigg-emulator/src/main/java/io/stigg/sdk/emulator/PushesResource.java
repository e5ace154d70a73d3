package io.stigg.sdk.emulator;

import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log of what was told of changes over HTTP, in the words of the newer subscriptions. */
final class PushesResource implements ControlResource {
    private final StiggBackend backend;

    PushesResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", this::list, "DELETE", this::clear);
    }

    private Map<String, Object> list(ControlInput input) {
        List<Update> pushes = backend.pushes();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("count", pushes.size());
        state.put("pushes", input.latestOf(pushes).map(PushesResource::entry).toList());
        return state;
    }

    private Map<String, Object> clear(ControlInput input) {
        backend.clearPushes();
        return list(input);
    }

    private static Map<String, Object> entry(Update update) {
        if (update instanceof UsageReading) {
            return Map.of("usageUpdatedV2", UpdateJson.usage(update).get(0));
        } else if (update instanceof PackagePublished) {
            return Map.of(
                    "packagePublished", UpdateJson.packagePublished(update).get(0));
        }
        return Map.of("entitlementsUpdatedV2", UpdateJson.entitlements(update).get(0));
    }
}
