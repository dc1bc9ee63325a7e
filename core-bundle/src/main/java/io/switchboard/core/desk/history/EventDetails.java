package io.switchboard.core.desk.history;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The details column of a history row. What a person wrote stands in it as a salted hash only; the words stand in
 * {@code history_text} and can be erased.
 *
 * @param changes the fields that changed
 * @param message the message concerned, or null
 * @param reason whether there is a reason, as the hash of its words, or null
 * @param data further facts, none of them anybody's words
 */
record EventDetails(
        List<Change> changes,
        @Nullable String message,
        @Nullable String reason,
        Map<String, String> data) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String REASON = "reason";

    /** A changed field; of words only the hashes. */
    record Change(
            String field, @Nullable String before, @Nullable String after, boolean words) {}

    /** The details of an event, and the words that are kept beside them. */
    record Written(String details, List<HistoryText> texts) {}

    static Written write(TicketEvent event) {
        List<HistoryText> texts = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (FieldChange change : event.changes()) {
            if (Words.isField(change.field())) {
                HistoryText text = text(event.id(), change.field(), change.before(), change.after());
                texts.add(text);
                changes.add(new Change(
                        change.field(),
                        hashed(text.salt(), change.before()),
                        hashed(text.salt(), change.after()),
                        true));
            } else {
                changes.add(new Change(change.field(), change.before(), change.after(), false));
            }
        }
        String reasonHash = null;
        String reason = event.reason();
        if (reason != null) {
            HistoryText text = text(event.id(), REASON, null, reason);
            texts.add(text);
            reasonHash = hash(text.salt(), reason);
        }
        MessageId message = event.message();
        EventDetails details = new EventDetails(
                changes, message == null ? null : message.toString(), reasonHash, new TreeMap<>(event.data()));
        return new Written(Json.write(details), texts);
    }

    /** Returns the first field whose kept words are not those that were recorded, or nothing; erased words are fine. */
    static Optional<String> firstForged(HistoryRow row, List<HistoryText> texts) {
        EventDetails details = Json.read(row.details(), EventDetails.class);
        Map<String, Change> recorded = new TreeMap<>();
        details.changes().stream().filter(Change::words).forEach(change -> recorded.put(change.field(), change));
        recorded.put(REASON, new Change(REASON, null, details.reason(), true));
        return texts.stream()
                .filter(text -> !fits(text, recorded.get(text.field())))
                .map(HistoryText::field)
                .findFirst();
    }

    private static boolean fits(HistoryText text, @Nullable Change recorded) {
        return recorded != null
                && (text.beforeText() == null
                        || hash(text.salt(), text.beforeText()).equals(recorded.before()))
                && (text.afterText() == null
                        || hash(text.salt(), text.afterText()).equals(recorded.after()));
    }

    /** Returns whether there may be words beside such details; false only if there are surely none. */
    static boolean mentionsWords(String details) {
        return details.contains("\"words\":true") || !details.contains("\"reason\":null");
    }

    static TicketEvent read(HistoryRow row, List<HistoryText> texts) {
        EventDetails details = Json.read(row.details(), EventDetails.class);
        Map<String, HistoryText> words = new TreeMap<>();
        texts.forEach(text -> words.put(text.field(), text));
        List<FieldChange> changes = details.changes().stream()
                .map(change -> change.words() ? worded(change.field(), words.get(change.field())) : plain(change))
                .toList();
        HistoryText reason = words.get(REASON);
        String message = details.message();
        return new TicketEvent(
                row.eventId(),
                row.ticketId(),
                row.sequence(),
                EventType.of(row.type(), "type"),
                ActorText.read(row.actor()),
                row.at(),
                changes,
                message == null ? null : MessageId.of(message),
                reason == null ? null : reason.afterText(),
                details.data());
    }

    private static FieldChange plain(Change change) {
        return new FieldChange(change.field(), change.before(), change.after());
    }

    private static FieldChange worded(String field, @Nullable HistoryText text) {
        return text == null
                ? new FieldChange(field, null, null)
                : new FieldChange(field, text.beforeText(), text.afterText());
    }

    private static HistoryText text(EventId event, String field, @Nullable String before, @Nullable String after) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new HistoryText(event, field, HexFormat.of().formatHex(salt), before, after);
    }

    private static @Nullable String hashed(String salt, @Nullable String words) {
        return words == null ? null : hash(salt, words);
    }

    private static String hash(String salt, String words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
