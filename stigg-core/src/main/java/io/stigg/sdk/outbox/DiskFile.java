package io.stigg.sdk.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on the disk. A channel would be closed under everybody as soon as a thread is interrupted; this is none. */
final class DiskFile implements AppendFile {
    private final RandomAccessFile file;

    private DiskFile(RandomAccessFile file) {
        this.file = file;
    }

    static DiskFile create(Path path) throws IOException {
        Files.createFile(path);
        return new DiskFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        file.write(bytes);
    }

    @Override
    public void cutTo(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
