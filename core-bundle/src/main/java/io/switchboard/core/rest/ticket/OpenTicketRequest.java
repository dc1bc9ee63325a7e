package io.switchboard.core.rest.ticket;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.desk.FieldValues;
import io.switchboard.core.desk.intake.Channels;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket to be opened, as it stands in JSON. */
public record OpenTicketRequest(
        @Nullable String subject,
        @Nullable String description,
        @Nullable String format,
        @Nullable RequesterRequest requester,
        @Nullable String channel,
        @Nullable String type,
        @Nullable String category,
        @Nullable String product,
        @Nullable String impact,
        @Nullable String urgency,
        @Nullable String priority,
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable List<String> attachments,
        @Nullable List<String> tags,
        @Nullable String errorMessages,
        @Nullable List<String> affectedSystems,
        @Nullable String userImpact,
        @Nullable String externalSystem,
        @Nullable String externalNumber) {
    /** Who needs help. */
    public record RequesterRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    NewTicket ticket() {
        return new NewTicket(
                subject == null ? "" : subject,
                description == null ? "" : description,
                format == null ? BodyFormat.TEXT : BodyFormat.of(format, "format"),
                requester == null
                        ? new Contact(null, null, null)
                        : new Contact(requester.name(), requester.email(), requester.phone()),
                channel == null ? Channels.API : channel,
                type == null ? null : TicketType.of(type, "type"),
                category,
                product,
                impact == null ? null : Level.of(impact, "impact"),
                urgency == null ? null : Level.of(urgency, "urgency"),
                priority == null ? null : Priority.of(priority, "priority"),
                new Circumstances(errorMessages, texts("affectedSystems", affectedSystems), userImpact),
                fieldValues(fields),
                Set.copyOf(new LinkedHashSet<>(texts("tags", tags))),
                attachmentIds(attachments),
                external());
    }

    private @Nullable ExternalReference external() {
        if (externalSystem == null && externalNumber == null) {
            return null;
        }
        if (externalSystem == null || externalNumber == null) {
            throw SwitchboardException.field("externalSystem", "and externalNumber go together");
        }
        return new ExternalReference(externalSystem, externalNumber);
    }

    static Map<String, FieldValue> fieldValues(@Nullable Map<String, @Nullable Object> fields) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        if (fields != null) {
            fields.forEach((name, value) -> {
                if (value != null) {
                    values.put(name, FieldValues.of(name, value));
                }
            });
        }
        return values;
    }

    static List<String> texts(String field, @Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.contains(null)) {
            throw SwitchboardException.field(field, "must not hold null");
        }
        return texts;
    }

    static List<AttachmentId> attachmentIds(@Nullable List<String> attachments) {
        return texts("attachments", attachments).stream()
                .map(OpenTicketRequest::attachmentId)
                .toList();
    }

    private static AttachmentId attachmentId(String id) {
        try {
            return new AttachmentId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field("attachments", "must hold ids that POST /attachments gave");
        }
    }
}
