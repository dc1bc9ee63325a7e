package io.switchboard.core.desk.progress;

import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.AttachmentRow;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Has the bytes of files removed whose rows the thread's transaction removes, once it has committed. */
@Component(service = LeftFiles.class)
public final class LeftFiles {
    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable LeftContents contents;

    /** Makes it. */
    @Activate
    public LeftFiles(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes note of files whose rows are gone. */
    public void left(Collection<AttachmentRow> files) {
        List<String> left = files.stream().map(AttachmentRow::sha256).distinct().toList();
        if (left.isEmpty()) {
            return;
        }
        transactions.afterCommit(() -> {
            LeftContents known = contents;
            if (known != null) {
                known.left(left);
            }
        });
    }
}
