package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mailbox")
class MailboxTest {
    private final List<Runnable> borrowed = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(borrowed::add, failure -> done.add(failure.getMessage()));

    private void runBorrowed() {
        while (!borrowed.isEmpty()) {
            borrowed.remove(0).run();
        }
    }

    @Test
    @DisplayName("runs tasks in order, on one thread at a time, which it gives back in between")
    void inOrder() {
        for (int i = 0; i < 250; i++) {
            String name = "task " + i;
            mailbox.add(() -> done.add(name));
        }

        assertThat(borrowed).hasSize(1);
        borrowed.remove(0).run();
        assertThat(done).hasSize(100);
        assertThat(borrowed).hasSize(1);
        runBorrowed();
        assertThat(done).hasSize(250).endsWith("task 248", "task 249");
    }

    @Test
    @DisplayName("runs a task within another of the same thread, and any other in its turn")
    void within() {
        mailbox.add(() -> {
            mailbox.add(() -> done.add("third"));
            mailbox.addOrRun(() -> done.add("first"));
            done.add("second");
        });

        runBorrowed();
        mailbox.addOrRun(() -> done.add("fourth"));
        runBorrowed();

        assertThat(done).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    @DisplayName("tells that a task failed, be it by an error, and goes on")
    void failure() {
        mailbox.add(() -> {
            throw new IllegalStateException("exception");
        });
        mailbox.add(() -> {
            throw new StackOverflowError("error");
        });
        mailbox.add(() -> done.add("task"));

        runBorrowed();

        assertThat(done).containsExactly("exception", "error", "task");
    }

    @Test
    @DisplayName("forgets what waits when it is closed, also by a task, and takes nothing more")
    void closed() {
        mailbox.add(() -> {
            mailbox.close();
            mailbox.addOrRun(() -> done.add("within"));
        });
        mailbox.add(() -> done.add("behind"));

        runBorrowed();
        mailbox.add(() -> done.add("after"));
        runBorrowed();

        assertThat(done).isEmpty();
        assertThat(mailbox.isClosed()).isTrue();
    }

    @Test
    @DisplayName("is closed when there are no threads any more")
    void noThreads() {
        Mailbox late = new Mailbox(
                task -> {
                    throw new RejectedExecutionException("on purpose");
                },
                failure -> done.add(failure.getMessage()));

        late.add(() -> done.add("task"));

        assertThat(done).isEmpty();
        assertThat(late.isClosed()).isTrue();
    }
}
