package io.switchboard.core.store.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A row of the history.
 *
 * @param ticketId the ticket
 * @param sequence its place in the ticket's history, from 1 without gaps
 * @param eventId identifies the event
 * @param type the id of the event type
 * @param actor who, as JSON
 * @param at when
 * @param details the rest, as JSON in which texts stand as hashes
 * @param hash SHA-256 over the previous row's hash and all of the above, in hex
 */
public record HistoryRow(
        TicketId ticketId,
        long sequence,
        EventId eventId,
        String type,
        String actor,
        Instant at,
        String details,
        String hash) {
    /** The hash before the first row. */
    public static final String BEGINNING = "0".repeat(64);

    /** Returns the row with the hash that follows the previous one. */
    public static HistoryRow chained(
            String previousHash,
            TicketId ticketId,
            long sequence,
            EventId eventId,
            String type,
            String actor,
            Instant at,
            String details) {
        String hash = hash(previousHash, ticketId, sequence, eventId, type, actor, at, details);
        return new HistoryRow(ticketId, sequence, eventId, type, actor, at, details, hash);
    }

    /** Returns whether the row's hash is the one that follows the previous row's. */
    public boolean follows(String previousHash) {
        return hash.equals(hash(previousHash, ticketId, sequence, eventId, type, actor, at, details));
    }

    private static String hash(
            String previousHash,
            TicketId ticketId,
            long sequence,
            EventId eventId,
            String type,
            String actor,
            Instant at,
            String details) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                previousHash,
                ticketId.toString(),
                Long.toString(sequence),
                eventId.toString(),
                type,
                actor,
                at.toString(),
                details
            }) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
