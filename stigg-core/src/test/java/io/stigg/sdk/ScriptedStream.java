package io.stigg.sdk;

import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.util.ArrayList;
import java.util.List;

/** A stream whose far end is the test. Not thread-safe. */
final class ScriptedStream implements UpdateStream {
    /** Who listens now, of those that have not ended or been closed. */
    final List<UpdateListener> listening = new ArrayList<>();

    int openings;
    boolean opensAtOnce = true;
    Throwable failsWith;
    RuntimeException throwsOnce;

    @Override
    public Registration open(UpdateListener listener) {
        openings++;
        if (throwsOnce != null) {
            RuntimeException failure = throwsOnce;
            throwsOnce = null;
            throw failure;
        }
        listening.add(listener);
        if (failsWith != null) {
            end(failsWith);
        } else if (opensAtOnce) {
            listener.onOpen();
        }
        return () -> listening.remove(listener);
    }

    void open() {
        listening.get(0).onOpen();
    }

    void tell(Update update) {
        listening.get(0).onUpdate(update);
    }

    void end(Throwable cause) {
        listening.remove(listening.size() - 1).onEnd(cause);
    }
}
