package io.switchboard.core.lifecycle;

import io.switchboard.core.lifecycle.ProfileFile.Entry;
import java.util.List;
import java.util.Set;

/** Lifecycle profiles for tests. */
public final class Profiles {
    private Profiles() {}

    /** Returns a profile with a review: received, drafting, review, resolved, archived. */
    public static ProfileFile review(String id) {
        return new ProfileFile(
                id,
                "Review",
                List.of(
                        entry("received", "intake", "system", "initial", "drafting"),
                        entry("drafting", "working", "agent", "active", "review", "resolved"),
                        entry("review", "working", "third_party", "waiting", "drafting", "resolved"),
                        entry("resolved", "resolution", "customer", "done", "drafting", "archived"),
                        entry("archived", "resolution", "system", "done")));
    }

    /** Returns the same without the review. */
    public static ProfileFile withoutReview(String id) {
        ProfileFile whole = review(id);
        return new ProfileFile(
                id,
                whole.name(),
                whole.statuses().stream()
                        .filter(status -> !status.id().equals("review"))
                        .map(status -> new Entry(
                                status.id(),
                                status.name(),
                                status.stage(),
                                status.nextMove(),
                                status.category(),
                                status.clocks(),
                                status.next().stream()
                                        .filter(next -> !next.equals("review"))
                                        .toList()))
                        .toList());
    }

    /** Returns a status. */
    public static Entry entry(String id, String stage, String nextMove, String category, String... next) {
        return new Entry(id, id, stage, nextMove, category, Set.of(), List.of(next));
    }
}
