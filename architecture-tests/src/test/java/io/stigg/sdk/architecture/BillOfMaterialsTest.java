package io.stigg.sdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application takes in with a module is decided here, and not by what a library happens to need with its next version. */
@DisplayName("The bill of materials of")
class BillOfMaterialsTest {
    private static final List<String> LICENSES = List.of("Apache-2.0", "MIT");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "stigg-core, ''",
        "stigg-transport-http, stigg-core gson dagger jakarta.inject-api javax.inject jspecify",
        "stigg-cache-memory, stigg-core ehcache slf4j-api dagger jakarta.inject-api javax.inject jspecify",
        "stigg-cache-redis, stigg-core redisson snakeyaml gson slf4j-api dagger jakarta.inject-api javax.inject jspecify"
                + " netty-buffer netty-common netty-resolver netty-resolver-dns netty-codec-base netty-codec-dns"
                + " netty-handler netty-transport netty-transport-native-unix-common",
        "stigg-offline, stigg-core gson dagger jakarta.inject-api javax.inject jspecify"
    })
    @DisplayName("a module that runs in production names what comes with it, and nothing else comes")
    void names(String module, String libraries) throws IOException {
        assertThat(BillOfMaterials.of(module).libraries().stream().map(BillOfMaterials::name))
                .containsExactlyInAnyOrder(libraries.isEmpty() ? new String[0] : libraries.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"stigg-transport-http", "stigg-cache-memory", "stigg-cache-redis", "stigg-offline"})
    @DisplayName("a module has a version, a checksum and a permissive licence for each library")
    void describes(String module) throws IOException {
        assertThat(BillOfMaterials.of(module).libraries()).allSatisfy(library -> {
            assertThat(library.get("version").getAsString()).isNotBlank();
            if (!library.get("group").getAsString().equals("io.stigg.sdk")) {
                assertThat(library.getAsJsonArray("hashes")).isNotEmpty();
            }
            assertThat(BillOfMaterials.objects(library.getAsJsonArray("licenses")).stream()
                            .map(license ->
                                    license.getAsJsonObject("license").get("id").getAsString()))
                    .isNotEmpty()
                    .allMatch(LICENSES::contains);
        });
    }
}
