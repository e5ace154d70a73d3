package io.stigg.sdk.offline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The warnings that a part of the client logs during one test. */
final class CapturedLog extends Handler implements BeforeEachCallback, AfterEachCallback {
    private final Logger logger;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private CapturedLog(String name) {
        logger = Logger.getLogger(name);
    }

    static CapturedLog of(String name) {
        return new CapturedLog(name);
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
