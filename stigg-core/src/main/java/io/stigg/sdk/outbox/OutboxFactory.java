package io.stigg.sdk.outbox;

import io.stigg.sdk.port.SdkClock;

/** Opens the outbox of a client. The option object of an outbox is one. */
@FunctionalInterface
public interface OutboxFactory {
    /**
     * Opens the outbox.
     *
     * @param clock the clock of the client, for what the outbox does from time to time
     * @return the outbox, with what an earlier process has left in it waiting
     * @throws io.stigg.sdk.error.StiggOutboxException if it cannot be opened: another process uses it, say
     */
    EventOutbox open(SdkClock clock);
}
