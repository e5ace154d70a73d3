/**
 * Usage: what is reported to Stigg, and what it acknowledges. Start at {@link io.stigg.sdk.usage.ReportUsage}. For
 * applications.
 */
@NullMarked
package io.stigg.sdk.usage;

import org.jspecify.annotations.NullMarked;
