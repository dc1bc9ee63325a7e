package io.switchboard.api.desk;

import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to be opened. What is null is decided by the desk.
 *
 * @param subject one line of 1 to 300 characters
 * @param description the matter as told, up to 1 MiB of UTF-8
 * @param format how the description is written
 * @param requester who needs help; a customer with that address is found or made
 * @param channel the id of an installed intake channel
 * @param type the type, or null for the channel's or the desk's default
 * @param category the category's path, or null
 * @param product the product's id, or null
 * @param impact the impact, or null for medium
 * @param urgency the urgency, or null for medium
 * @param priority a priority that overrides the matrix, or null
 * @param circumstances what was told of the trouble
 * @param fields additional fields, at most 100
 * @param tags at most 50 short words
 * @param attachments files that were uploaded before, in order, at most 50
 * @param external its name in another system, or null; a second ticket with the same one is refused with
 *     {@code already-exists}
 */
public record NewTicket(
        String subject,
        String description,
        BodyFormat format,
        Contact requester,
        String channel,
        @Nullable TicketType type,
        @Nullable String category,
        @Nullable String product,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Priority priority,
        Circumstances circumstances,
        Map<String, FieldValue> fields,
        Set<String> tags,
        List<AttachmentId> attachments,
        @Nullable ExternalReference external) {
    /** Keeps copies. */
    public NewTicket {
        fields = Map.copyOf(fields);
        tags = Set.copyOf(tags);
        attachments = List.copyOf(attachments);
    }

    /** Returns a plain-text ticket with nothing but the necessary. */
    public static NewTicket of(String subject, String description, Contact requester, String channel) {
        return new NewTicket(
                subject,
                description,
                BodyFormat.TEXT,
                requester,
                channel,
                null,
                null,
                null,
                null,
                null,
                null,
                Circumstances.UNKNOWN,
                Map.of(),
                Set.of(),
                List.of(),
                null);
    }

    /** Returns the same with impact and urgency. */
    public NewTicket withSeverity(Level newImpact, Level newUrgency) {
        return new NewTicket(
                subject,
                description,
                format,
                requester,
                channel,
                type,
                category,
                product,
                newImpact,
                newUrgency,
                priority,
                circumstances,
                fields,
                tags,
                attachments,
                external);
    }

    /** Returns the same with a type. */
    public NewTicket withType(TicketType newType) {
        return new NewTicket(
                subject,
                description,
                format,
                requester,
                channel,
                newType,
                category,
                product,
                impact,
                urgency,
                priority,
                circumstances,
                fields,
                tags,
                attachments,
                external);
    }

    /** Returns the same with a name in another system. */
    public NewTicket withExternal(ExternalReference reference) {
        return new NewTicket(
                subject,
                description,
                format,
                requester,
                channel,
                type,
                category,
                product,
                impact,
                urgency,
                priority,
                circumstances,
                fields,
                tags,
                attachments,
                reference);
    }

    /** Returns the same with additional fields and tags. */
    public NewTicket withFields(Map<String, FieldValue> newFields, Set<String> newTags) {
        return new NewTicket(
                subject,
                description,
                format,
                requester,
                channel,
                type,
                category,
                product,
                impact,
                urgency,
                priority,
                circumstances,
                newFields,
                newTags,
                attachments,
                external);
    }

    /** Returns the same with files. */
    public NewTicket withAttachments(List<AttachmentId> files) {
        return new NewTicket(
                subject,
                description,
                format,
                requester,
                channel,
                type,
                category,
                product,
                impact,
                urgency,
                priority,
                circumstances,
                fields,
                tags,
                files,
                external);
    }
}
