/**
 * Imports of any number of rows: {@link io.stigg.sdk.bulk.BulkImport} and what comes of it. For applications.
 */
@NullMarked
package io.stigg.sdk.bulk;

import org.jspecify.annotations.NullMarked;
