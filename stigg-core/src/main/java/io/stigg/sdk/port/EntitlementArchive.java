package io.stigg.sdk.port;

import io.stigg.sdk.fact.EntitlementExport;
import java.util.Optional;

/**
 * Keeps what a client knew for a process that starts while nothing can be asked: a file, or whatever else outlives the
 * process and does not depend on Stigg. {@code EntitlementFile} of {@code stigg-offline} is one.
 *
 * <p>Threading: called on the thread of whoever exports or builds a client, and may block on I/O.
 */
public interface EntitlementArchive {
    /**
     * Keeps an export in place of the one before. A process that dies meanwhile leaves one of the two, whole.
     *
     * @param export the export
     * @throws io.stigg.sdk.error.StiggArchiveException if it could not be kept; the one before is still there then
     */
    void write(EntitlementExport export);

    /**
     * Reads what was kept last.
     *
     * @return the export, empty if there never was one
     * @throws io.stigg.sdk.error.StiggArchiveException if there is one that cannot be read, or must not be trusted
     */
    Optional<EntitlementExport> read();
}
