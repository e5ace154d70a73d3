package io.stigg.sdk.outbox;

import io.stigg.sdk.usage.UsageEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps events from when the application has published them until Stigg has them. An event is first <em>waiting</em>, then
 * <em>taken</em> to be sent, then removed; oldest first.
 *
 * <p>Durability: what an outbox promises about a crash it promises from the return of {@link #add} on. After a crash an
 * outbox may give out again what was removed before it; Stigg counts an event once.
 *
 * <p>Threading: {@link #add}, {@link #dropOldest}, {@link #waiting} and {@link #oldest} are called from any thread, at the
 * same time; {@code add} is on the path of the application's requests and takes microseconds. {@link #take},
 * {@link #remove} and {@link #close} are called from one thread at a time.
 *
 * <p>Failure: {@code add} throws a {@link io.stigg.sdk.error.StiggOutboxException} if the event could not be kept, and then
 * has not kept it. No other method throws: what cannot be read is left out and reported to the log.
 */
public interface EventOutbox {
    /**
     * Keeps an event.
     *
     * @param event the event
     * @return false if there is no room for it
     * @throws io.stigg.sdk.error.StiggOutboxException if it could not be kept
     */
    boolean add(UsageEvent event);

    /**
     * Takes the oldest events that wait.
     *
     * @param mostEvents how many at most, 1 or more
     * @param mostBytes how large they may be together, by {@link UsageEvent#sizeInBytes}; a single one may be larger
     * @return the events in the order in which they were added; none if none waits
     */
    List<OutboxEntry> take(int mostEvents, long mostBytes);

    /**
     * Forgets events that were taken: Stigg has them, or will not have them.
     *
     * @param entries as they were taken, in any order
     */
    void remove(Collection<OutboxEntry> entries);

    /**
     * Forgets the oldest event that waits, to make room.
     *
     * @return false if none waits
     */
    boolean dropOldest();

    /**
     * Counts the events that wait.
     *
     * @return how many there are
     */
    long waiting();

    /**
     * Returns the oldest event that waits.
     *
     * @return the event, empty if none waits
     */
    Optional<UsageEvent> oldest();

    /**
     * Ends the outbox.
     *
     * @return the events that are lost with it, in the order in which they were added: those that wait and those that were
     *     taken and not removed. None, if the outbox keeps them for the next process
     */
    List<UsageEvent> close();
}
