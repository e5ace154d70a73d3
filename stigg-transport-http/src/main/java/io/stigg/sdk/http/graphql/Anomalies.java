package io.stigg.sdk.http.graphql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Logs what is odd about Stigg's answers: each oddity once, however many answers have it, and not more of them than
 * anyone reads. Thread-safe.
 */
public final class Anomalies {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.http");
    private static final int MOST = 200;
    private static final int EXCERPT = 60;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private final UnaryOperator<String> redaction;

    /**
     * Starts with nothing told.
     *
     * @param redaction takes secrets out of texts that come from outside
     */
    public Anomalies(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    void report(String oddity, String path) {
        String message = redaction
                .apply("In an answer of Stigg's: " + oddity + ", at " + path)
                .replaceAll("\\[\\d+]", "[*]");
        if (told.size() < MOST && told.add(message)) {
            LOG.log(Level.WARNING, message);
        }
    }

    /** What somebody else wrote, made fit for a line of a log. */
    static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "\"" + (line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "...") + "\"";
    }
}
