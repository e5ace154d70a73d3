package io.stigg.sdk.usage;

import io.stigg.sdk.argument.Arguments;
import java.util.List;

/**
 * Reports usage of metered features, several at once. Immutable. {@link io.stigg.sdk.Stigg#reportUsageBulk} takes any
 * number and sends as many of these as it needs.
 *
 * @param usages the reports, 1 to {@value #MOST}
 */
public record ReportUsageBulk(List<ReportUsage> usages) implements UsageRequest<List<UsageAck>> {
    /** How many reports Stigg takes at once. */
    public static final int MOST = 100;

    /**
     * Copies the reports.
     *
     * @throws IllegalArgumentException if there are none or too many
     */
    public ReportUsageBulk {
        usages = Arguments.upTo(MOST, usages, "usages");
    }
}
