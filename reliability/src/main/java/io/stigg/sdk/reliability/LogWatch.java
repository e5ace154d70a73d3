package io.stigg.sdk.reliability;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Reads what is logged in place of whoever would, counts it, and looks for the key in it. Thread-safe. */
final class LogWatch extends Handler implements AutoCloseable {
    private final Violations violations;
    private final Logger watched;
    private final boolean wasHandedOn;
    private final Formatter formatter = new SimpleFormatter();
    private final AtomicLong lines = new AtomicLong();

    private LogWatch(Violations violations, Logger watched) {
        this.violations = violations;
        this.watched = watched;
        this.wasHandedOn = watched.getUseParentHandlers();
    }

    static LogWatch begin(Violations violations) {
        LogWatch watch = new LogWatch(violations, Logger.getLogger("io.stigg.sdk"));
        watch.setLevel(Level.ALL);
        watch.watched.setLevel(Level.ALL);
        watch.watched.setUseParentHandlers(false);
        watch.watched.addHandler(watch);
        return watch;
    }

    long lines() {
        return lines.get();
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            lines.incrementAndGet();
        }
        String text = formatter.format(line);
        if (text.contains(Shop.API_KEY)) {
            violations.add("the key was logged: " + text);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        watched.removeHandler(this);
        watched.setUseParentHandlers(wasHandedOn);
        watched.setLevel(null);
    }
}
