package io.stigg.sdk.emulator;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the server library from announcing each start and stop, unless the application has set its levels itself. */
final class QuietLibraries {
    // Held, because the log manager forgets the levels of loggers that nobody holds.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));

    private QuietLibraries() {}

    static void hush() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
