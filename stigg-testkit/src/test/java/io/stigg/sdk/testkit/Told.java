package io.stigg.sdk.testkit;

import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.util.List;

/** Keeps the updates that it is told. */
record Told(List<Update> updates) implements UpdateListener {
    @Override
    public void onOpen() {}

    @Override
    public void onUpdate(Update update) {
        updates.add(update);
    }

    @Override
    public void onEnd(Throwable cause) {
        throw new AssertionError("the stream ended", cause);
    }
}
