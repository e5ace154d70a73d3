package io.stigg.sdk.examples;

import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Prices.yearly;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static io.stigg.sdk.testkit.catalog.Term.softLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.CatalogJson;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The snippets about catalogues")
class CatalogSnippetsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private final FakeClock clock = FakeClock.at(Instant.parse("2025-01-15T10:00:00Z"));

    private StiggBackend own() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-acme");
        catalog.onOff("feature-sso");
        catalog.level("feature-seats").inUnits("seat", "seats");
        catalog.counter("feature-api-calls").named("API calls");
        catalog.plan("plan-free").free().meters("feature-seats", 2).meters("feature-api-calls", 100, everyMonth());
        catalog.plan("plan-pro")
                .basedOn("plan-free")
                .paid(monthly(usd(50)), yearly(usd(500)))
                .grants("feature-sso")
                .meters("feature-api-calls", 10_000, softLimit(), everyMonth())
                .compatibleWith("addon-calls");
        catalog.addon("addon-calls")
                .meters("feature-api-calls", 1_000, everyMonth())
                .atMost(5)
                .paid(monthly(usd(5)));
        StiggBackend backend = StiggBackend.of(catalog.build(), clock);
        return backend;
    }

    @Test
    @DisplayName("make one that is also the JSON beside them")
    void sameInJson() throws IOException {
        Matcher block = JSON.matcher(Files.readString(DOCS.resolve("catalogue.md")));

        assertThat(block.find()).isTrue();
        assertThat(CatalogJson.read(block.group(1))).isEqualTo(own().catalog());
        assertThat(CatalogJson.write(own().catalog())).isEqualTo(block.group(1));
    }

    @Test
    @DisplayName("go with the Acme catalogue as a file")
    void acmeInJson() throws IOException {
        String json = Files.readString(DOCS.resolve("acme.json"));

        assertThat(CatalogJson.write(AcmeCatalog.create())).isEqualTo(json);
        assertThat(CatalogJson.read(json)).isEqualTo(AcmeCatalog.create());
    }

    @Test
    @DisplayName("make another catalogue from one that is there")
    void another() {
        CatalogBuilder patient = AcmeCatalog.create().toBuilder();
        patient.product("product-acme").delayingDowngrades();
        patient.plan("plan-free").meters("feature-seats", 3);

        Catalog changed = patient.build();

        assertThat(changed.product("product-acme").orElseThrow().journey().delaysDowngrades())
                .isTrue();
        assertThat(changed.plan("plan-free").orElseThrow().grants()).contains(Grant.limited("feature-seats", 3));
        assertThat(changed.features())
                .containsExactlyElementsOf(AcmeCatalog.create().features());
    }

    @Test
    @DisplayName("publish the next version of a plan")
    void nextVersion() {
        StiggBackend backend = own();

        Plan plan = backend.catalog().plan("plan-free").orElseThrow();
        backend.publish(
                plan.toBuilder()
                        .meters("feature-seats", 3)
                        .grants("feature-sso")
                        .build(),
                Migration.ALL_CUSTOMERS);

        assertThat(backend.catalog().plan("plan-free").orElseThrow().grants())
                .contains(Grant.limited("feature-seats", 3), Grant.of("feature-sso"));
    }
}
