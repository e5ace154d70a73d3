package io.stigg.sdk.architecture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the build says that a module is, and what comes with it. */
record BillOfMaterials(JsonObject module, List<JsonObject> libraries) {
    static BillOfMaterials of(String module) throws IOException {
        String json = Files.readString(Path.of("..", module, "target", "bom.json"));
        JsonObject bill = JsonParser.parseString(json).getAsJsonObject();
        return new BillOfMaterials(
                bill.getAsJsonObject("metadata").getAsJsonObject("component"),
                bill.has("components") ? objects(bill.getAsJsonArray("components")) : List.of());
    }

    static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static String name(JsonObject library) {
        return library.get("name").getAsString();
    }

    String jar() {
        return jar(module);
    }

    /** The jars of the module and of what comes with it. */
    Stream<String> jars() {
        return Stream.concat(Stream.of(module), libraries.stream()).map(BillOfMaterials::jar);
    }

    private static String jar(JsonObject library) {
        return name(library) + "-" + library.get("version").getAsString() + ".jar";
    }
}
