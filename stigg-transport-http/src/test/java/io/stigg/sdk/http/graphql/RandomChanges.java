package io.stigg.sdk.http.graphql;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes what Stigg says, in ways that nobody thought of. */
final class RandomChanges {
    private RandomChanges() {}

    /** A copy with a few other bytes, which in one of ten cases is cut off as well. */
    static byte[] inBytes(byte[] original, Random random) {
        byte[] changed =
                Arrays.copyOf(original, random.nextInt(10) == 0 ? random.nextInt(original.length) : original.length);
        for (int i = 0; i < 1 + random.nextInt(4) && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    /** Puts something else in the place of one value. */
    static void inOneValue(JsonElement document, List<JsonElement> junk, Random random) {
        List<Runnable> places = new ArrayList<>();
        collect(document, junk.get(random.nextInt(junk.size())), places);
        places.get(random.nextInt(places.size())).run();
    }

    private static void collect(JsonElement element, JsonElement junk, List<Runnable> places) {
        if (element instanceof JsonObject object) {
            object.entrySet().forEach(member -> {
                places.add(() -> member.setValue(junk));
                collect(member.getValue(), junk, places);
            });
        } else if (element instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, junk));
                collect(array.get(i), junk, places);
            }
        }
    }
}
