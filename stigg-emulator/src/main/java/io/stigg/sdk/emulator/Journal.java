package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of what was changed, one line each, from which it can be changed again. A line that was cut short at the end was
 * never done. Thread-safe.
 */
final class Journal implements AutoCloseable {
    private static final String SOLD = "catalog.json";
    private static final String FILE = "journal.jsonl";

    private final Optional<FileChannel> file;
    private final List<Map<String, Object>> entries;

    private Journal(Optional<FileChannel> file, List<Map<String, Object>> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Keeps nothing. */
    static Journal none() {
        return new Journal(Optional.empty(), List.of());
    }

    /**
     * Opens the journal of a directory, which belongs to one emulator at a time.
     *
     * @throws IllegalArgumentException if it is in use, or of another catalogue, or cannot be read
     */
    static Journal in(Path directory, Catalog catalog) {
        try {
            Files.createDirectories(directory);
            FileChannel file = FileChannel.open(
                    directory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            lock(file, directory);
            checkCatalog(directory.resolve(SOLD), catalog);
            return new Journal(Optional.of(file), read(file, directory));
        } catch (IOException e) {
            throw new IllegalArgumentException("--data: " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void lock(FileChannel file, Path directory) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // By another emulator in this process.
        }
        file.close();
        throw new IllegalArgumentException("--data: another emulator uses " + directory);
    }

    /** What was done with one catalogue makes no sense with another. */
    private static void checkCatalog(Path file, Catalog catalog) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, CatalogJson.write(catalog));
        } else if (!CatalogJson.read(Files.readString(file)).equals(catalog)) {
            throw new IllegalArgumentException(
                    "--data: " + file.getParent() + " is of another catalogue, which is in its " + SOLD);
        }
    }

    private static List<Map<String, Object>> read(FileChannel file, Path directory) throws IOException {
        String text = Files.readString(directory.resolve(FILE));
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        file.truncate(whole.getBytes(UTF_8).length);
        file.position(file.size());
        return whole.lines().map(line -> Json.readObject(line.getBytes(UTF_8))).toList();
    }

    /** Returns what was changed before, in order. */
    List<Map<String, Object>> entries() {
        return entries;
    }

    boolean keeps() {
        return file.isPresent();
    }

    /** Adds a line, which is with the operating system then. */
    synchronized void add(Map<String, Object> entry) {
        file.ifPresent(channel -> {
            ByteBuffer line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(UTF_8));
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the journal cannot be written", e);
            }
        });
    }

    @Override
    public void close() {
        file.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
