package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import io.stigg.sdk.fact.Update;
import java.time.Instant;
import java.util.Optional;

/**
 * What the process that follows Stigg tells the others. Immutable.
 *
 * @param leader tells openings of the stream from each other
 * @param stretch the name of the stretch that lasts, see {@link Followed}; empty when the stream has ended
 * @param number how many updates have been told, this one included, so that a gap shows
 * @param update what changed; empty for a sign of life
 */
record LeaderMessage(String leader, Optional<String> stretch, long number, Optional<Update> update) {
    String text() {
        JsonObject json = new JsonObject();
        json.addProperty("leader", leader);
        Json.addText(json, "stretch", stretch);
        json.addProperty("number", number);
        update.ifPresent(change -> json.add("update", UpdateJson.write(change)));
        return json.toString();
    }

    static LeaderMessage read(String text, Instant now) {
        JsonObject json = Json.object(text);
        return new LeaderMessage(
                Json.requiredText(json, "leader"),
                Json.text(json, "stretch"),
                Json.number(json, "number")
                        .orElseThrow(() -> Json.nonsense("number"))
                        .longValue(),
                Json.objectAt(json, "update").map(update -> UpdateJson.read(update, now)));
    }
}
