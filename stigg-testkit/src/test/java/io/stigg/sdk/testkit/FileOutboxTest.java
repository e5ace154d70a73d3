package io.stigg.sdk.testkit;

import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.testkit.contract.EventOutboxContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An outbox in files")
class FileOutboxTest extends EventOutboxContract {
    @TempDir
    private Path directory;

    @Override
    protected EventOutbox open() {
        return FileOutbox.in(directory).open(FakeClock.at(Instant.EPOCH));
    }

    @Override
    protected boolean keepsEvents() {
        return true;
    }
}
