package io.stigg.sdk.offline;

import java.time.Instant;

/** Where a document comes from. Thread-safe. */
interface Source {
    /**
     * Reads the document.
     *
     * @param now the present
     * @throws io.stigg.sdk.error.StiggArchiveException if there is none, or it cannot be read or must not be trusted
     */
    OfflineDocument document(Instant now);

    /** Returns something that is equal as long as the document stays the same. Never throws. */
    Object stamp();
}
