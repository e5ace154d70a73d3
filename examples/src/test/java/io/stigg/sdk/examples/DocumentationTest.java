package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.catalog.Catalog;
import io.stigg.sdk.credit.Credits;
import io.stigg.sdk.customer.Customers;
import io.stigg.sdk.promotion.Promotions;
import io.stigg.sdk.subscription.Subscriptions;
import io.stigg.sdk.usage.Metering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The documentation")
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve),
                    docs.filter(path -> path.toString().endsWith(".md")).toList().stream())
                    .toList()
                    .stream();
        }
    }

    static List<String> fenced(Path document, String language) {
        return FENCED.matcher(read(document))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("shows no Java that is not compiled and run here")
    void compiled(Path document) throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            sources = files.filter(Files::isRegularFile)
                    .map(DocumentationTest::read)
                    .map(DocumentationTest::withoutSpaces)
                    .collect(Collectors.joining());
        }

        assertThat(fenced(document, "java"))
                .allSatisfy(snippet -> assertThat(sources).as(snippet).contains(withoutSpaces(snippet)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("links to nothing that is not there")
    void links(Path document) {
        assertThat(LINK.matcher(read(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/reliability.md"})
    @DisplayName("names no test as a proof that is not there")
    void proofs(String document) throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.getFileName().toString().endsWith("Test.java"))
                    .flatMap(DocumentationTest::proofsIn)
                    .collect(Collectors.joining("\n"));
        }
        List<String> named = Pattern.compile("`(\\w+Test(#\\w+)?)`")
                .matcher(read(ROOT.resolve(document)))
                .results()
                .map(test -> test.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests.lines()).containsAll(named);
    }

    /** A class of tests, and each test in it. */
    private static Stream<String> proofsIn(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return Stream.concat(
                Stream.of(name),
                Pattern.compile("@DisplayName\\((?:(?!@DisplayName| class ).)*? void (\\w+)\\(", Pattern.DOTALL)
                        .matcher(read(file))
                        .results()
                        .map(test -> name + "#" + test.group(1)));
    }

    @Test
    @DisplayName("begins with the two commands that a stranger needs")
    void commands() {
        assertThat(fenced(ROOT.resolve("README.md"), "sh").subList(0, 2))
                .containsExactly("./mvnw -q -Pquickstart verify -pl examples -am -DskipTests\n", "./mvnw verify\n");
    }

    static Stream<String> calls() {
        return Stream.of(
                        Map.entry("customers", Customers.class),
                        Map.entry("subscriptions", Subscriptions.class),
                        Map.entry("catalog", Catalog.class),
                        Map.entry("promotions", Promotions.class),
                        Map.entry("credits", Credits.class),
                        Map.entry("usage", Metering.class))
                .flatMap(view -> Arrays.stream(view.getValue().getMethods())
                        .map(Method::getName)
                        .filter(name -> !name.equals("send"))
                        .map(name -> view.getKey() + "()." + name + "("))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("calls")
    @DisplayName("has a row for every call of the management API")
    void tellsOfEveryCall(String call) {
        String method = call.substring(call.indexOf('.') + 1);

        assertThat(read(ROOT.resolve("docs/operations.md")).lines())
                .anyMatch(line -> line.contains(call)
                        || (line.contains(call.substring(0, call.indexOf('.') + 1)) && line.contains("`" + method)));
    }

    @Test
    @DisplayName("shows Java in the README")
    void showsJava() {
        assertThat(fenced(ROOT.resolve("README.md"), "java")).hasSizeGreaterThan(10);
    }
}
