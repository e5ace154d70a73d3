package io.stigg.sdk.examples;

import static io.stigg.sdk.testkit.FakeEntitlements.limit;
import static io.stigg.sdk.testkit.FakeEntitlements.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.examples.ExportService.Exported;
import io.stigg.sdk.examples.ExportService.Refused;
import io.stigg.sdk.testkit.FakeEntitlements;
import io.stigg.sdk.testkit.Faults;
import io.stigg.sdk.usage.ReportUsage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a consumer tests a service by entitlements that are simply stated. */
@DisplayName("The export service, by itself")
class ExportServiceUnitTest {
    private static final List<String> ROWS = List.of("a,1");

    private final FakeEntitlements entitlements = FakeEntitlements.none();
    private final Stigg stigg = entitlements.newClient();
    private final ExportService service = new ExportService(stigg);

    @AfterEach
    void close() {
        stigg.close();
    }

    @Test
    @DisplayName("exports the last one, and reports it by the export's id")
    void exportsTheLast() {
        entitlements.metered("feature-exports", limit(3), used(2));

        assertThat(service.export("cust-1", "export-1", ROWS)).isEqualTo(new Exported("a,1"));
        assertThat(entitlements.reports())
                .containsExactly(ReportUsage.of("cust-1", "feature-exports", 1).withIdempotencyKey("export-1"));
    }

    @Test
    @DisplayName("refuses one more, and reports nothing")
    void refusesOneMore() {
        entitlements.metered("feature-exports", limit(3), used(3));

        assertThat(service.export("cust-1", "export-1", ROWS))
                .isEqualTo(new Refused("You have used all of your exports."));
        assertThat(entitlements.reports()).isEmpty();
    }

    @Test
    @DisplayName("refuses who has no exports at all")
    void refusesWhoHasNone() {
        assertThat(service.export("cust-1", "export-1", ROWS))
                .isEqualTo(new Refused("Exports are not part of your plan."));
    }

    @Test
    @DisplayName("does not insist when its report is refused")
    void doesNotInsist() {
        entitlements
                .metered("feature-exports", limit(3))
                .faults()
                .on(ReportUsage.class)
                .failNext(1, Faults.refused(ErrorCode.CUSTOMER_NOT_FOUND));

        assertThatExceptionOfType(StiggApiException.class).isThrownBy(() -> service.export("cust-1", "export-1", ROWS));
        assertThat(entitlements.reports()).isEmpty();
    }
}
