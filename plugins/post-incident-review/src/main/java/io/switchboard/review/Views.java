package io.switchboard.review;

import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reviews and actions as callers see them. */
final class Views {
    private Views() {}

    static Map<String, Object> review(Review review, Ticket ticket) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", review.id());
        view.put("ticket", Map.of("id", ticket.id().value(), "number", ticket.number(), "subject", ticket.subject()));
        view.put("state", review.state());
        view.put("madeBy", review.madeBy());
        view.put("summary", review.summary());
        view.put("rootCause", review.rootCause());
        view.put("lessons", review.lessons());
        view.put("createdAt", review.createdAt());
        view.put("dueAt", review.dueAt());
        view.put("completedAt", review.completedAt());
        view.put("version", review.version());
        return view;
    }

    static Map<String, Object> action(Action action, Instant now) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", action.id());
        view.put("review", action.review());
        view.put("title", action.title());
        view.put("owner", action.assignedTo());
        view.put("due", action.due());
        view.put("done", action.doneAt() != null);
        view.put("doneAt", action.doneAt());
        view.put("doneBy", action.doneBy());
        view.put("overdue", overdue(action, now));
        view.put("createdAt", action.createdAt());
        view.put("version", action.version());
        return view;
    }

    private static boolean overdue(Action action, Instant now) {
        String due = action.due();
        return due != null
                && action.doneAt() == null
                && LocalDate.parse(due).isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    static String etag(int version) {
        return "\"" + version + "\"";
    }
}
