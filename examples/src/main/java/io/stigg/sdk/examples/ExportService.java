package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.usage.ReportUsage;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Exports rows as text, as often as the customer's plan allows. Its tests show how a service is tested that uses Stigg.
 * Thread-safe.
 */
public final class ExportService {
    private static final String EXPORTS = "feature-exports";

    private final Stigg stigg;

    /**
     * Makes the service.
     *
     * @param stigg is asked, and told what has been used; not closed
     */
    public ExportService(Stigg stigg) {
        this.stigg = stigg;
    }

    /** What has become of an export. Immutable. */
    public sealed interface Outcome {}

    /**
     * It is done, and counted. Immutable.
     *
     * @param document the text
     */
    public record Exported(String document) implements Outcome {}

    /**
     * It is not done, and not counted. Immutable.
     *
     * @param explanation why not, in words for the customer
     */
    public record Refused(String explanation) implements Outcome {}

    /**
     * Exports rows if the customer may.
     *
     * @param customerId the customer's id
     * @param exportId what tells this export from others: it counts once, however often it is asked for
     * @param rows the rows
     * @return the document, or why there is none
     * @throws StiggException if the export could not be counted
     */
    public Outcome export(String customerId, String exportId, List<String> rows) {
        MeteredEntitlement exports =
                stigg.getMeteredEntitlement(MeteredQuery.of(customerId, EXPORTS).requesting(1));
        if (!exports.hasAccess()) {
            return new Refused(explanation(exports));
        }
        String document = String.join("\n", rows);
        count(ReportUsage.of(customerId, EXPORTS, 1).withIdempotencyKey(exportId));
        return new Exported(document);
    }

    private static String explanation(MeteredEntitlement exports) {
        if (exports.isFallback()) {
            return "We cannot export right now. Please try again in a minute.";
        }
        return exports.accessDeniedReason()
                .filter(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT::equals)
                .map(reason -> "You have used all of your exports." + nextOnes(exports))
                .orElse("Exports are not part of your plan.");
    }

    private static String nextOnes(MeteredEntitlement exports) {
        return exports.usagePeriod()
                .end()
                .map(end ->
                        " There are new ones on " + end.atOffset(ZoneOffset.UTC).toLocalDate() + ".")
                .orElse("");
    }

    /** No answer does not mean that it was not counted. To send the same report again is safe: it counts once. */
    private void count(ReportUsage report) {
        try {
            stigg.reportUsage(report);
        } catch (StiggException failure) {
            if (!failure.isRetryable()) {
                throw failure;
            }
            stigg.reportUsage(report);
        }
    }
}
