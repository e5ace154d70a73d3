package io.stigg.sdk.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A native image has only what it is told of. That an image works is not tried here, since that takes a GraalVM: this holds what it
 * is told to what there is.
 */
@DisplayName("GraalVM is told")
class NativeImageTest {
    private static final String MEMBERS = "stigg-core";

    private static JsonElement metadata(String module, String file) throws IOException {
        String resource = "/META-INF/native-image/io.stigg.sdk/" + module + "/" + file;
        try (InputStream in = NativeImageTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return JsonParser.parseString(new String(in.readAllBytes(), UTF_8));
        }
    }

    private static Set<String> told(String member) throws IOException {
        JsonArray types = metadata(MEMBERS, "reflect-config.json").getAsJsonArray();
        return types.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(type -> type.has(member))
                .map(type -> type.get("name").getAsString())
                .collect(Collectors.toSet());
    }

    /** What {@code RecordShape} may be asked of. */
    private static Set<String> offered(Predicate<JavaClass> kind) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> location.contains("stigg-core"))
                .importPackages("io.stigg.sdk");
        return classes.stream()
                .filter(NativeImageTest::isPublic)
                .filter(kind)
                .filter(type -> !type.getPackageName().contains(".internal"))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isPublic(JavaClass type) {
        Optional<JavaClass> outside = type.getEnclosingClass();
        return type.getModifiers().contains(JavaModifier.PUBLIC) && (outside.isEmpty() || isPublic(outside.get()));
    }

    @Test
    @DisplayName("of every record that is written or read by its components")
    void records() throws IOException {
        assertThat(told("allPublicConstructors"))
                .hasSizeGreaterThan(100)
                .isEqualTo(told("allPublicMethods"))
                .containsExactlyInAnyOrderElementsOf(offered(JavaClass::isRecord));
    }

    @Test
    @DisplayName("of every enum whose constants have names of the API's")
    void enums() throws IOException {
        assertThat(told("allPublicFields")).containsExactlyInAnyOrderElementsOf(offered(JavaClass::isEnum));
    }

    @ParameterizedTest
    @CsvSource({"stigg-transport-http,.graphql", "stigg-cache-redis,.lua"})
    @DisplayName("of every text that is read from a jar")
    void texts(String module, String extension) throws IOException {
        JsonObject told = metadata(module, "resource-config.json").getAsJsonObject();
        List<String> patterns = told.getAsJsonObject("resources").getAsJsonArray("includes").asList().stream()
                .map(include -> include.getAsJsonObject().get("pattern").getAsString())
                .toList();
        Path folder = Path.of("..", module, "src/main/resources");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(extension))
                    .toList();

            assertThat(texts).isNotEmpty().allMatch(text -> patterns.stream().anyMatch(text::matches));
        }
    }
}
