package io.stigg.sdk.offline;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client works with. Immutable.
 *
 * @param document what is stated, empty where nothing is stated of anybody
 * @param tracksUsage whether reports count
 * @param reload how the document is read anew, empty if it is not
 */
record OfflineOptions(Optional<OfflineDocument> document, boolean tracksUsage, Optional<Reload> reload) {
    /**
     * How a document is read anew.
     *
     * @param source where from
     * @param every how often to look
     * @param stamp the source's stamp when it was read first
     */
    record Reload(Source source, Duration every, Object stamp) {}
}
