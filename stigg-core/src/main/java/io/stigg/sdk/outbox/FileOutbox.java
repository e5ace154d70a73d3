package io.stigg.sdk.outbox;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.port.SdkClock;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Keeps events in files until Stigg has them, so that they outlast the process. Immutable.
 *
 * <p>What was accepted survives a {@code kill -9} of the process from then on, for it is with the operating system; and a
 * loss of power from the next {@linkplain #syncEvery sync} on. After a crash, events may be sent again that Stigg has
 * already: it counts them once.
 *
 * <p>A directory belongs to one process at a time, and to one client in it; whoever else opens it is refused. Each process
 * of a service has its own, on a disk that is there after a restart. What cannot be read after damage is left out, said in the
 * log, and kept aside in a file that ends with {@code .damaged}.
 *
 * <p>The files hold the events as they are, customers' ids and dimensions included; the directory's permissions protect them.
 *
 * <p>Units: the bound is in bytes on the disk, of events that are waiting or being sent. The files may take more than that by
 * what was delivered of the oldest one, which is a sixteenth of the bound or 16 MiB, whichever is less.
 *
 * <p>Threads: a daemon thread named {@code stigg-outbox} syncs, and ends when there is nothing to sync.
 */
public final class FileOutbox implements OutboxFactory {
    private static final long DEFAULT_BYTES = 256L * 1024 * 1024;
    private static final long FEWEST_BYTES = 4L * 1024 * 1024;
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private final Path directory;
    private final long mostBytes;
    private final Duration interval;

    private FileOutbox(Path directory, long mostBytes, Duration interval) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.interval = interval;
    }

    /**
     * Keeps events in a directory: at most 256 MiB of them, synced every second.
     *
     * @param directory the directory, made when it is not there
     * @return the options
     */
    public static FileOutbox in(Path directory) {
        return new FileOutbox(requireNonNull(directory, "directory"), DEFAULT_BYTES, Duration.ofSeconds(1));
    }

    /**
     * Sets how much room the events may take.
     *
     * @param most how many bytes, 4 MiB or more
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public FileOutbox ofBytes(long most) {
        if (most < FEWEST_BYTES) {
            throw new IllegalArgumentException("most must be " + FEWEST_BYTES + " or more, not " + most);
        }
        return new FileOutbox(directory, most, interval);
    }

    /**
     * Sets how long what was accepted may be lost with the machine's power.
     *
     * @param time how long, at most an hour; 0 to have each event on the disk before it counts as accepted, which takes as
     *     long as the disk does, mostly some milliseconds
     * @return the changed options
     * @throws IllegalArgumentException if it is negative or more than an hour
     */
    public FileOutbox syncEvery(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("syncEvery must be from 0 to " + LONGEST_INTERVAL + ", not " + time);
        }
        return new FileOutbox(directory, mostBytes, time);
    }

    @Override
    public EventOutbox open(SdkClock clock) {
        return FileEventOutbox.open(directory, mostBytes, interval, clock, DiskFile::create);
    }

    @Override
    public String toString() {
        return "FileOutbox[" + directory + ", mostBytes=" + mostBytes + ", syncEvery=" + interval + "]";
    }
}
