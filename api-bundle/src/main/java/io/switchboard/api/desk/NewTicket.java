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
import java.util.function.Consumer;
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
        return with(draft -> {
            draft.impact = newImpact;
            draft.urgency = newUrgency;
        });
    }

    /** Returns the same with a type. */
    public NewTicket withType(TicketType newType) {
        return with(draft -> draft.type = newType);
    }

    /** Returns the same with a category, or with none. */
    public NewTicket withCategory(@Nullable String path) {
        return with(draft -> draft.category = path);
    }

    /** Returns the same with what was told of the trouble. */
    public NewTicket withCircumstances(Circumstances told) {
        return with(draft -> draft.circumstances = told);
    }

    /** Returns the same with a name in another system. */
    public NewTicket withExternal(ExternalReference reference) {
        return with(draft -> draft.external = reference);
    }

    /** Returns the same with additional fields and tags. */
    public NewTicket withFields(Map<String, FieldValue> newFields, Set<String> newTags) {
        return with(draft -> {
            draft.fields = newFields;
            draft.tags = newTags;
        });
    }

    /** Returns the same with files. */
    public NewTicket withAttachments(List<AttachmentId> files) {
        return with(draft -> draft.attachments = files);
    }

    private NewTicket with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.ticket();
    }

    /** A copy while it is being changed. */
    private static final class Draft {
        private final NewTicket origin;
        private @Nullable TicketType type;
        private @Nullable String category;
        private @Nullable Level impact;
        private @Nullable Level urgency;
        private Circumstances circumstances;
        private Map<String, FieldValue> fields;
        private Set<String> tags;
        private List<AttachmentId> attachments;
        private @Nullable ExternalReference external;

        private Draft(NewTicket origin) {
            this.origin = origin;
            this.type = origin.type;
            this.category = origin.category;
            this.impact = origin.impact;
            this.urgency = origin.urgency;
            this.circumstances = origin.circumstances;
            this.fields = origin.fields;
            this.tags = origin.tags;
            this.attachments = origin.attachments;
            this.external = origin.external;
        }

        private NewTicket ticket() {
            return new NewTicket(
                    origin.subject,
                    origin.description,
                    origin.format,
                    origin.requester,
                    origin.channel,
                    type,
                    category,
                    origin.product,
                    impact,
                    urgency,
                    origin.priority,
                    circumstances,
                    fields,
                    tags,
                    attachments,
                    external);
        }
    }
}
