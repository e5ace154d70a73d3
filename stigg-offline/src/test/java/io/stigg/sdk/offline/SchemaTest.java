package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.Documents.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is no validator of JSON Schema among the libraries; these hold the schema and the reader together without one. */
@DisplayName("The JSON Schema of a file of entitlements")
class SchemaTest {
    private static final Pattern CASE = Pattern.compile("case ((?:\"[$\\w]+\"(?:, )?)+) ->");
    private static final Pattern NAME = Pattern.compile("\"([$\\w]+)\"");

    private static final JsonObject SCHEMA = JsonParser.parseString(text()).getAsJsonObject();

    private static String text() {
        try (var schema = EntitlementFile.class.getResourceAsStream("entitlements.schema.json")) {
            return new String(schema.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** An object of the schema, and a document with a member of it. */
    private record Place(String name, JsonObject schema, String before, String after) {
        Stream<Member> members() {
            return properties(schema).entrySet().stream()
                    .map(property -> new Member(
                            this, property.getKey(), property.getValue().getAsJsonObject()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A member that the schema has. */
    private record Member(Place place, String name, JsonObject schema) {
        @Override
        public String toString() {
            return place + "." + name;
        }
    }

    private static JsonObject properties(JsonObject schema) {
        return schema.getAsJsonObject("properties");
    }

    private static JsonObject definition(String name) {
        return SCHEMA.getAsJsonObject("$defs").getAsJsonObject(name);
    }

    private static List<Place> places() {
        String entry = "{\"entitlements\": {\"it\": {";
        String metered = entry + "\"type\": \"METERED\", ";
        JsonObject feature = properties(definition("feature"));
        return List.of(
                new Place("customer", definition("customer"), "{\"customers\": {\"acme\": {", "}}}"),
                new Place(
                        "resource",
                        definition("resource"),
                        "{\"customers\": {\"acme\": {\"resources\": {\"site\": {",
                        "}}}}}"),
                new Place("feature", withoutType(definition("feature")), metered, "}}}"),
                new Place(
                        "credit",
                        withoutType(definition("credit")),
                        entry + "\"type\": \"CREDIT\", \"usageLimit\": 1, ",
                        "}}}"),
                new Place(
                        "resetPeriod",
                        feature.getAsJsonObject("resetPeriod"),
                        metered + "\"resetPeriod\": {\"unit\": \"MONTH\", ",
                        "}}}}"),
                new Place(
                        "unitTransformation",
                        feature.getAsJsonObject("unitTransformation"),
                        metered + "\"unitTransformation\": {",
                        "}}}}"));
    }

    private static JsonObject withoutType(JsonObject schema) {
        JsonObject copy = schema.deepCopy();
        properties(copy).remove("type");
        return copy;
    }

    /** Members that the document has already where it is to have them again are not to be told from others. */
    static Stream<Member> members() {
        return places().stream()
                .flatMap(Place::members)
                .filter(member -> !member.place().before().contains("\"" + member.name() + "\""));
    }

    private static String example(JsonObject schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString().replace("#/$defs/", "");
            return name.equals("entitlements") ? "{}" : example(definition(name));
        }
        if (schema.has("enum")) {
            return schema.getAsJsonArray("enum").get(0).toString();
        }
        return switch (schema.get("type").getAsString()) {
            case "string" -> schema.has("format") ? "\"2026-01-01T00:00:00Z\"" : "\"text\"";
            case "number" -> "1.5";
            case "boolean" -> "true";
            case "array" -> "[\"text\"]";
            default -> required(schema);
        };
    }

    private static String required(JsonObject schema) {
        if (!schema.has("required")) {
            return "{}";
        }
        return schema.getAsJsonArray("required").asList().stream()
                .map(JsonElement::getAsString)
                .map(name -> "\"" + name + "\": " + example(properties(schema).getAsJsonObject(name)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @ParameterizedTest
    @MethodSource("members")
    @DisplayName("has no member that a reader would refuse")
    void noneTooMany(Member member) {
        String document = member.place().before() + "\"" + member.name() + "\": " + example(member.schema())
                + member.place().after();

        assertThatCode(() -> DocumentReader.read(document.getBytes(UTF_8), "example", NOW))
                .as(document)
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("has each member that a reader knows")
    void noneTooFew() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String reader : List.of("DocumentReader", "FactReader")) {
            String source = Files.readString(Path.of("src/main/java/io/stigg/sdk/offline", reader + ".java"));
            CASE.matcher(source)
                    .results()
                    .forEach(labels ->
                            NAME.matcher(labels.group(1)).results().forEach(name -> known.add(name.group(1))));
        }

        Set<String> described = new TreeSet<>();
        collectNames(SCHEMA, described);
        assertThat(known).hasSizeGreaterThan(30);
        assertThat(described).isEqualTo(known);
    }

    private static void collectNames(JsonElement schema, Set<String> names) {
        if (schema instanceof JsonObject object) {
            if (object.get("properties") instanceof JsonObject properties) {
                names.addAll(properties.keySet());
            }
            object.asMap().values().forEach(inner -> collectNames(inner, names));
        } else if (schema instanceof JsonArray array) {
            array.forEach(inner -> collectNames(inner, names));
        }
    }

    @Test
    @DisplayName("names the constants that a reader knows")
    void constants() {
        Set<String> named = Stream.of("feature", "credit")
                .map(name -> properties(definition(name)).getAsJsonObject("type"))
                .flatMap(type -> type.has("const")
                        ? Stream.of(type.get("const").getAsString())
                        : type.getAsJsonArray("enum").asList().stream().map(JsonElement::getAsString))
                .collect(Collectors.toSet());

        assertThat(named)
                .isEqualTo(Stream.of(EntryType.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(SCHEMA.get("additionalProperties")).isEqualTo(new JsonPrimitive(false));
    }

    @Test
    @DisplayName("is the one in the documentation")
    void documented() throws IOException {
        assertThat(text()).isEqualTo(Files.readString(Path.of("../docs/entitlements.schema.json")));
    }
}
