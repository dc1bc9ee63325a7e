package io.switchboard.review;

import io.switchboard.api.storage.PluginStorage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of the plugin in memory. */
final class InMemoryReviews implements PluginStorage, ReviewMapper {
    final Map<UUID, Review> reviews = new LinkedHashMap<>();
    final Map<UUID, Action> actions = new LinkedHashMap<>();
    /** Whether the next look for the review of a ticket comes before somebody else's commit. */
    boolean tooEarly;

    private final Map<UUID, String> remarked = new LinkedHashMap<>();

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <M> M mapper(Class<M> mapper) {
        return mapper.cast(this);
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public String tablePrefix() {
        return "x_00000000_";
    }

    @Override
    public void addReview(Review review) {
        if (ofTicket(review.ticket()) != null) {
            throw new IllegalStateException("there is one already");
        }
        reviews.put(review.id(), review);
    }

    @Override
    public @Nullable Review review(UUID id) {
        return reviews.get(id);
    }

    @Override
    public @Nullable Review ofTicket(UUID ticket) {
        if (tooEarly) {
            tooEarly = false;
            return null;
        }
        return reviews.values().stream()
                .filter(review -> review.ticket().equals(ticket))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Review> reviews(String state, UUID before, int limit) {
        return reviews.values().stream()
                .filter(review -> review.state().equals(state))
                .limit(limit)
                .toList();
    }

    @Override
    public int changeReview(Review review) {
        reviews.put(review.id(), review);
        return 1;
    }

    @Override
    public void removeReview(UUID id) {
        reviews.remove(id);
    }

    @Override
    public void addAction(Action action) {
        actions.put(action.id(), action);
    }

    @Override
    public @Nullable Action action(UUID id) {
        return actions.get(id);
    }

    @Override
    public List<Action> actions(UUID review) {
        return actions.values().stream()
                .filter(action -> action.review().equals(review))
                .toList();
    }

    @Override
    public List<Action> openOf(UUID owner) {
        return actions.values().stream()
                .filter(action -> owner.equals(action.assignedTo()) && action.doneAt() == null)
                .toList();
    }

    @Override
    public int changeAction(Action action) {
        actions.put(action.id(), action);
        return 1;
    }

    @Override
    public int remarkLate(UUID id, String due) {
        return due.equals(remarked.put(id, due)) ? 0 : 1;
    }

    @Override
    public int removeAction(UUID id, int version) {
        return actions.remove(id) == null ? 0 : 1;
    }

    @Override
    public void removeActions(UUID review) {
        actions.values().removeIf(action -> action.review().equals(review));
    }
}
