package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.fact.Update;

/** Passes nothing on until it is told to speak. Not thread-safe; guarded by the environment. */
final class Muted implements ChangeListener {
    private final ChangeListener listener;
    private boolean speaks;

    Muted(ChangeListener listener) {
        this.listener = listener;
    }

    void speak() {
        speaks = true;
    }

    @Override
    public void note(Update update) {
        if (speaks) {
            listener.note(update);
        }
    }

    @Override
    public void deliver() {
        listener.deliver();
    }
}
