package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupSyncTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ManualDisk disk = new ManualDisk();
    private final GroupSync sync = new GroupSync();
    private LogStream log;

    /** A disk whose syncs return when the test lets them; it knows how many bytes were there when each began. */
    private static final class ManualDisk implements LogFile {
        private final AtomicLong written = new AtomicLong();
        private final AtomicLong durable = new AtomicLong();
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore permits = new Semaphore(0);
        private volatile boolean failing;

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.addAndGet(length);
        }

        @Override
        public void sync() throws IOException {
            long covered = written.get();
            begun.release();
            permits.acquireUninterruptibly();
            if (failing) {
                throw new IOException("Input/output error");
            }
            durable.set(covered);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void use() {
        log = new LogStream(disk, new EngineFailures() {
            @Override
            public void writeFailed(Throwable cause) {
                throw new AssertionError(cause);
            }

            @Override
            public void syncFailed(Throwable cause) {
                assertThat(cause).hasMessage("Input/output error");
            }
        });
        sync.use(log);
    }

    @AfterEach
    void stop() {
        disk.permits.release(1000);
        threads.shutdownNow();
    }

    /** Appends a commit of one byte and returns how many bytes were durable when the wait was over. */
    private Future<Long> commit() {
        return threads.submit(() -> {
            append();
            sync.await();
            return disk.durable.get();
        });
    }

    private void append() throws IOException {
        sync.withoutSync(() -> {
            log.write(1);
            sync.commitAppended(log);
        });
    }

    @Test
    void nobodyGoesOnBeforeASyncHasReturned() throws Exception {
        Future<Long> commit = commit();
        disk.begun.acquire();
        assertThat(commit).isNotDone();
        disk.permits.release();
        assertThat(commit.get()).isEqualTo(1);
    }

    @Test
    void aCommitThatComesDuringASyncWaitsForTheNext() throws Exception {
        Future<Long> first = commit();
        disk.begun.acquire();
        append();
        Future<Long> second = threads.submit(() -> {
            sync.await();
            return disk.durable.get();
        });
        disk.permits.release();
        assertThat(first.get()).isEqualTo(1);
        disk.begun.acquire();
        assertThat(second).isNotDone();
        disk.permits.release();
        assertThat(second.get()).isEqualTo(2);
    }

    @Test
    void allThatWaitShareOneSync() throws Exception {
        Future<Long> first = commit();
        disk.begun.acquire();
        for (int number = 0; number < 5; number++) {
            append();
        }
        List<Future<?>> waiting = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            waiting.add(threads.submit(() -> {
                sync.await();
                return null;
            }));
        }
        disk.permits.release(2);
        first.get();
        for (Future<?> one : waiting) {
            one.get();
        }
        assertThat(disk.durable).hasValue(6);
        assertThat(disk.begun.availablePermits()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotWaitIsSyncedAtOnce() throws Exception {
        disk.permits.release();
        log.write(1);
        sync.commitAppended(log);
        assertThat(disk.durable).hasValue(1);
        sync.await();
    }

    @Test
    void aClosedLogIsDurableAndTheNextOneGoesOn() throws Exception {
        append();
        disk.permits.release();
        log.close();
        use();
        append();
        disk.permits.release();
        sync.await();
        assertThat(disk.durable).hasValue(2);
    }

    @Test
    void aFailedSyncFailsAllAndIsNotTriedAgain() throws Exception {
        disk.failing = true;
        Future<Long> first = commit();
        disk.begun.acquire();
        Future<Long> second = commit();
        disk.permits.release();
        assertThatThrownBy(first::get).hasRootCauseMessage("Input/output error");
        assertThatThrownBy(second::get).hasRootCauseInstanceOf(IOException.class);
        assertThat(disk.begun.availablePermits()).isZero();
        assertThat(disk.durable).hasValue(0);
    }
}
