package io.switchboard.core.files;

import io.switchboard.core.desk.progress.LeftContents;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that were uploaded a day ago and attached to nothing since, and bytes that no file has any more, such as
 * those of purged tickets. Bytes that were put within the last day are left, since their file may just be on its way.
 */
@Component(
        service = {FileSweep.class, LeftContents.class},
        immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.server)")
public final class FileSweep implements LeftContents {
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 200;
    private static final long FIRST_MINUTES = 10;
    private static final long PAUSE_MINUTES = 60;
    private static final long LEFT_SECONDS = 60;

    private final Transactions transactions;
    private final ThreadStore threads;
    private final Blobs blobs;
    private final FolderBlobStore own;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "file sweep");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins. */
    @Activate
    public FileSweep(
            @Reference Transactions transactions,
            @Reference ThreadStore threads,
            @Reference Blobs blobs,
            @Reference FolderBlobStore own) {
        this.transactions = transactions;
        this.threads = threads;
        this.blobs = blobs;
        this.own = own;
        timer.scheduleWithFixedDelay(this::sweepSafely, FIRST_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** Waits a little, so that a file with the same bytes that is on its way arrives. */
    @Override
    public void left(Collection<String> sha256) {
        Instant now = Instant.now();
        timer.schedule(() -> removeSafely(List.copyOf(sha256), now), LEFT_SECONDS, TimeUnit.SECONDS);
    }

    private void removeSafely(List<String> contents, Instant before) {
        try {
            for (String sha256 : contents) {
                removeContent(sha256, before);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Files of a removed ticket could not be removed now; the next sweep does it", failure);
        }
    }

    private void removeContent(String sha256, Instant before) throws IOException {
        if (!transactions.read(() -> threads.contentInUse(sha256))) {
            blobs.remove(sha256);
            own.removePutBefore(sha256, before);
        }
    }

    private void sweepSafely() {
        try {
            sweep(Instant.now().minus(KEPT));
        } catch (IOException | RuntimeException failure) {
            LOG.error("Files that nobody needs could not be removed; it is tried again in an hour", failure);
        }
    }

    /** Removes what was uploaded before a time and is not used. */
    void sweep(Instant before) throws IOException {
        List<AttachmentRow> unbound;
        do {
            unbound = transactions.read(() -> threads.unbound(before, BATCH));
            for (AttachmentRow file : unbound) {
                remove(file);
            }
        } while (unbound.size() == BATCH);
        for (String sha256 : own.putBefore(before)) {
            if (!transactions.read(() -> threads.contentInUse(sha256))) {
                own.removePutBefore(sha256, before);
            }
        }
    }

    private void remove(AttachmentRow file) {
        transactions.write(() -> {
            if (threads.attachment(file.id())
                    .filter(row -> row.messageId() == null)
                    .isPresent()) {
                threads.removeAttachment(file.id());
            }
            return file;
        });
        if (!transactions.read(() -> threads.contentInUse(file.sha256()))) {
            blobs.remove(file.sha256());
        }
    }
}
