package io.stigg.sdk.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Where the oldest event is that has not been removed. It is written to two places in turn, each with a number and a checksum:
 * if the process dies in the middle of one, the other holds. Not thread-safe.
 */
final class Checkpoint implements AutoCloseable {
    private static final String NAME = "checkpoint";
    private static final int CHECKED_BYTES = 2 * Long.BYTES;
    private static final int BYTES = CHECKED_BYTES + Integer.BYTES;

    private final RandomAccessFile file;
    private long number;
    private long position;

    private Checkpoint(RandomAccessFile file) {
        this.file = file;
    }

    static Checkpoint in(Path directory) throws IOException {
        Checkpoint checkpoint =
                new Checkpoint(new RandomAccessFile(directory.resolve(NAME).toFile(), "rw"));
        checkpoint.read(0);
        checkpoint.read(1);
        return checkpoint;
    }

    private void read(int place) throws IOException {
        byte[] bytes = new byte[BYTES];
        file.seek((long) place * BYTES);
        if (file.read(bytes) != BYTES) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long foundNumber = buffer.getLong();
        long foundPosition = buffer.getLong();
        boolean isIntact = buffer.getInt() == RecordFormat.checksum(bytes, 0, CHECKED_BYTES);
        if (isIntact && foundNumber > number) {
            number = foundNumber;
            position = foundPosition;
        }
    }

    /** Returns the position; 0 if none is known. */
    long position() {
        return position;
    }

    void moveTo(long newPosition) throws IOException {
        byte[] bytes = new byte[BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).putLong(number + 1).putLong(newPosition);
        buffer.putInt(RecordFormat.checksum(bytes, 0, CHECKED_BYTES));
        file.seek((number + 1) % 2 * BYTES);
        file.write(bytes);
        number++;
        position = newPosition;
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
