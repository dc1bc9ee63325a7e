package io.switchboard.core.desk.record;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.desk.configuration.TypeProfiles;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes a ticket's own fields and its classification (CL1 to CL3). The priority follows impact and urgency, whenever one of
 * them is set, until a person sets it; setting it to nothing lets it follow again.
 */
@Component(service = EditTicket.class)
public final class EditTicket {
    private final TicketChanges changes;
    private final Catalog catalog;
    private final TypeProfiles profiles;
    private final PriorityMatrix matrix;

    /** Makes the use case. */
    @Activate
    public EditTicket(
            @Reference TicketChanges changes,
            @Reference Catalog catalog,
            @Reference TypeProfiles profiles,
            @Reference PriorityMatrix matrix) {
        this.changes = changes;
        this.catalog = catalog;
        this.profiles = profiles;
        this.matrix = matrix;
    }

    /**
     * What to change. Null leaves a thing as it is; an empty {@link Optional} takes it away.
     *
     * @param fields additional fields to set, or to remove with an empty value
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    public record Patch(
            @Nullable String subject,
            @Nullable TicketType type,
            @Nullable Optional<String> category,
            @Nullable Optional<String> product,
            @Nullable Level impact,
            @Nullable Level urgency,
            @Nullable Optional<Priority> priority,
            @Nullable Optional<String> errorMessages,
            @Nullable List<String> affectedSystems,
            @Nullable Optional<String> userImpact,
            @Nullable TagChange tags,
            @Nullable Map<String, Optional<FieldValue>> fields,
            @Nullable Optional<Instant> expectedResolutionAt,
            @Nullable Optional<Instant> nextUpdateDueAt,
            @Nullable Boolean confidential) {
        /** Changes nothing. */
        public static final Patch NOTHING =
                new Patch(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        /** Returns what changes the subject only. */
        public static Patch subject(String subject) {
            return new Patch(
                    subject, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** Returns what changes the type only. */
        public static Patch type(TicketType type) {
            return new Patch(null, type, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** Returns what a plugin wants to change; what it leaves null stays. */
        public static Patch of(Desk.TicketPatch change) {
            Map<String, Optional<FieldValue>> fields = new HashMap<>();
            change.fields().forEach((name, value) -> fields.put(name, Optional.of(value)));
            return new Patch(
                    change.subject(),
                    null,
                    set(change.category()),
                    set(change.product()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new TagChange(null, change.addTags(), change.removeTags()),
                    fields,
                    set(change.expectedResolutionAt()),
                    set(change.nextUpdateDueAt()),
                    null);
        }

        private static <T> @Nullable Optional<T> set(@Nullable T value) {
            return value == null ? null : Optional.of(value);
        }
    }

    /**
     * How tags change: replaced first if that is wanted, then some are removed, then some are added.
     *
     * @param replacement the new tags, or null to start from those it has
     */
    public record TagChange(@Nullable Set<String> replacement, Set<String> added, Set<String> removed) {
        /** Keeps copies. */
        public TagChange {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }

        /** Returns the change that replaces all tags. */
        public static TagChange replace(Set<String> tags) {
            return new TagChange(Set.copyOf(tags), Set.of(), Set.of());
        }

        Set<String> apply(Set<String> tags) {
            Set<String> changed = new TreeSet<>(replacement == null ? tags : replacement);
            changed.removeAll(removed);
            changed.addAll(added);
            return changed;
        }
    }

    /**
     * Changes a ticket. With another type it goes over to that type's lifecycle profile.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong
     */
    public Ticket handle(
            Caller caller, TicketId ticket, Precondition precondition, Patch patch, @Nullable String reason) {
        check(patch, reason);
        catalog.require(CatalogKind.CATEGORY, value(patch.category()));
        catalog.require(CatalogKind.PRODUCT, value(patch.product()));
        return changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    if (patch.confidential() != null) {
                        AccessPolicy.require(caller, Right.TICKET_SET_CONFIDENTIAL);
                    }
                    edit.because(reason);
                    own(edit, patch);
                    classify(edit, patch);
                    if (!profiles.follow(edit)) {
                        throw SwitchboardException.field(
                                "type",
                                "cannot become this one, whose lifecycle has no status for how the ticket ended; open it"
                                        + " again first");
                    }
                    return ticket;
                })
                .ticket();
    }

    /** Refuses with {@code invalid-field} what no ticket can be changed to. */
    public static void check(Patch patch, @Nullable String reason) {
        Limits limits = new Limits().text("reason", reason, Limits.REASON);
        if (patch.subject() != null) {
            limits.subject(patch.subject());
        }
        limits.path("category", value(patch.category()))
                .path("product", value(patch.product()))
                .text("errorMessages", value(patch.errorMessages()), Limits.TEXT)
                .text("userImpact", value(patch.userImpact()), Limits.TEXT);
        TagChange tags = patch.tags();
        if (tags != null) {
            limits.tags("tags", tags.added());
        }
        List<String> systems = patch.affectedSystems();
        if (systems != null) {
            limits.items("affectedSystems", systems);
        }
        Map<String, Optional<FieldValue>> fields = patch.fields();
        if (fields != null) {
            Map<String, FieldValue> set = new HashMap<>();
            fields.forEach((name, value) -> set.put(name, value.orElse(new FieldValue.Flag(false))));
            limits.fields(set);
        }
        limits.check();
    }

    private static void own(TicketEdit edit, Patch patch) {
        if (patch.subject() != null) {
            edit.draft().subject(patch.subject());
        }
        TagChange tags = patch.tags();
        if (tags != null) {
            Set<String> changed = tags.apply(edit.ticket().tags());
            new Limits().tags("tags", changed).check();
            edit.draft().tags(changed);
        }
        if (patch.confidential() != null) {
            edit.draft().confidential(patch.confidential());
        }
        Circumstances told = edit.ticket().circumstances();
        edit.draft()
                .circumstances(new Circumstances(
                        chosen(patch.errorMessages(), told.errorMessages()),
                        patch.affectedSystems() == null ? told.affectedSystems() : patch.affectedSystems(),
                        chosen(patch.userImpact(), told.userImpact())));
        edit.draft()
                .expectedResolutionAt(
                        chosen(patch.expectedResolutionAt(), edit.ticket().expectedResolutionAt()));
        edit.draft()
                .nextUpdateDueAt(chosen(patch.nextUpdateDueAt(), edit.ticket().nextUpdateDueAt()));
        Map<String, Optional<FieldValue>> fields = patch.fields();
        if (fields != null) {
            fields.forEach((name, value) -> edit.draft().field(name, value.orElse(null)));
            new Limits().fields(edit.ticket().fields()).check();
        }
    }

    private void classify(TicketEdit edit, Patch patch) {
        Classification was = edit.ticket().classification();
        Level impact = patch.impact() == null ? was.impact() : patch.impact();
        Level urgency = patch.urgency() == null ? was.urgency() : patch.urgency();
        Optional<Priority> wanted = patch.priority();
        boolean overridden = wanted == null ? was.priorityOverridden() : wanted.isPresent();
        boolean follows = !overridden && (wanted != null || patch.impact() != null || patch.urgency() != null);
        Priority priority = wanted != null && wanted.isPresent()
                ? wanted.get()
                : follows ? matrix.of(impact, urgency) : was.priority();
        edit.draft()
                .classification(new Classification(
                        patch.type() == null ? was.type() : patch.type(),
                        chosen(patch.category(), was.category()),
                        chosen(patch.product(), was.product()),
                        impact,
                        urgency,
                        priority,
                        overridden));
    }

    private static <T> @Nullable T chosen(@Nullable Optional<T> wanted, @Nullable T otherwise) {
        return wanted == null ? otherwise : wanted.orElse(null);
    }

    private static @Nullable String value(@Nullable Optional<String> wanted) {
        return wanted == null ? null : wanted.orElse(null);
    }
}
