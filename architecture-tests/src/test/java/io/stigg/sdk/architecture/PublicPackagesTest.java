package io.stigg.sdk.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.stigg.sdk.Stigg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of packages that are public by intent")
class PublicPackagesTest {
    private static final Path ARCHITECTURE = Path.of("../docs/architecture.md");
    private static final Pattern PACKAGE = Pattern.compile("`(io\\.stigg\\.sdk[a-z.]*)`");
    private static final String INTENT = "## Packages that are public by intent";
    private static final String OWN = "Public classes elsewhere";

    private static Set<String> listed(String from, String to) throws IOException {
        String text = Files.readString(ARCHITECTURE);
        int begin = text.indexOf(from);
        return PACKAGE.matcher(text.substring(begin, text.indexOf(to, begin)))
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> withPublicClasses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.stigg.sdk").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getPackageName().startsWith("io.stigg.sdk.architecture"))
                        .map(JavaClass::getPackageName)
                        .collect(toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("and that of the others are all that have a public class, and nothing else")
    void complete() throws IOException {
        Set<String> all = listed(INTENT, "## Ports");

        assertThat(all).isEqualTo(withPublicClasses());
    }

    @Test
    @DisplayName("has of the core what its module exports to everybody")
    void exported() throws IOException, URISyntaxException {
        Set<String> intended = listed(INTENT, OWN);
        Set<String> own = listed(OWN, "## Ports");

        Set<String> exported = core().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(toCollection(TreeSet::new));

        assertThat(intended).containsAll(exported).doesNotContainAnyElementsOf(own);
        assertThat(core().packages()).hasSizeGreaterThan(exported.size());
        assertThat(core().packages().stream().filter(name -> !exported.contains(name)))
                .isSubsetOf(own);
    }

    private static ModuleDescriptor core() throws IOException, URISyntaxException {
        URI classes =
                Stigg.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path place = Path.of(classes);
        if (Files.isDirectory(place)) {
            try (InputStream module = Files.newInputStream(place.resolve("module-info.class"))) {
                return ModuleDescriptor.read(module, () -> packages(place));
            }
        }
        return ModuleFinder.of(place).find("io.stigg.sdk").orElseThrow().descriptor();
    }

    private static Set<String> packages(Path classes) {
        try (var files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
