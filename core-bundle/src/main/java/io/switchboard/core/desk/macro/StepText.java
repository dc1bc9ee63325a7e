package io.switchboard.core.desk.macro;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.desk.FieldValues;
import io.switchboard.core.desk.progress.ResolutionText;
import io.switchboard.core.desk.record.EditTicket;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step in the words of the API and of the store: exactly one of its members is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepText(
        @Nullable WordsStep reply,
        @Nullable WordsStep note,
        @Nullable AssignStep assign,
        @Nullable TransitionStep transition,
        @Nullable SetStep set,
        @Nullable PostponeStep postpone,
        @Nullable WatchStep watch) {
    /** A text with placeholders in a format (Markdown if none is given), or the id of a template. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WordsStep(
            @Nullable String text,
            @Nullable String format,
            @Nullable String template) {}

    /** To {@code me}, by the {@code rules}, or to an agent, a team or both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssignStep(
            @Nullable String to,
            @Nullable String agent,
            @Nullable String team) {}

    /** To a status. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransitionStep(
            @Nullable String to,
            @Nullable String reason,
            @Nullable ResolutionText resolution) {}

    /** The fields that get a value; what is left out stays as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SetStep(
            @Nullable String type,
            @Nullable String category,
            @Nullable String product,
            @Nullable String impact,
            @Nullable String urgency,
            @Nullable String priority,
            @Nullable List<String> addTags,
            @Nullable List<String> removeTags,
            @Nullable Map<String, Object> fields) {}

    /** For how long, as an ISO 8601 duration such as {@code PT4H} or {@code P3D}. */
    public record PostponeStep(@Nullable String duration) {}

    /** The id of a person, or {@code me}. */
    public record WatchStep(@Nullable String person) {}

    /**
     * Reads the step.
     *
     * @throws SwitchboardException with {@code invalid-field}
     */
    Step step() {
        List<Step> steps = Stream.of(
                        read(reply, words -> new Step.Say(MessageKind.REPLY, wording(words))),
                        read(note, words -> new Step.Say(MessageKind.NOTE, wording(words))),
                        read(assign, StepText::assignment),
                        read(transition, StepText::move),
                        read(set, values -> new Step.Change(patch(values))),
                        read(postpone, sleep -> new Step.Sleep(duration(sleep))),
                        read(watch, watcher -> new Step.Watch(watcher(watcher))))
                .flatMap(Optional::stream)
                .toList();
        if (steps.size() != 1) {
            throw SwitchboardException.field(
                    "step", "must be exactly one of reply, note, assign, transition, set, postpone and watch");
        }
        return steps.get(0);
    }

    private static <T> Optional<Step> read(@Nullable T text, Function<T, Step> reading) {
        return text == null ? Optional.empty() : Optional.of(reading.apply(text));
    }

    private static Step.Wording wording(WordsStep words) {
        String text = words.text();
        String template = words.template();
        if ((text == null) == (template == null)) {
            throw SwitchboardException.field("text", "must be given, or a template, and not both");
        }
        return text == null
                ? new Step.Wording.FromTemplate(uuid("template", Objects.requireNonNull(template)))
                : new Step.Wording.Text(
                        text, words.format() == null ? BodyFormat.MARKDOWN : BodyFormat.of(words.format(), "format"));
    }

    private static Step assignment(AssignStep assign) {
        String to = assign.to();
        if (to == null) {
            if (assign.agent() == null && assign.team() == null) {
                throw SwitchboardException.field("to", "must be me or rules; or give an agent or a team");
            }
            return new Step.Give(
                    assign.agent() == null ? null : new PersonId(uuid("agent", assign.agent())),
                    assign.team() == null ? null : new TeamId(uuid("team", assign.team())));
        }
        if (assign.agent() != null || assign.team() != null) {
            throw SwitchboardException.field("to", "cannot be combined with an agent or a team");
        }
        return switch (to) {
            case "me" -> new Step.Take();
            case "rules" -> new Step.GiveByRules();
            default -> throw SwitchboardException.field("to", "must be me or rules");
        };
    }

    private static Step move(TransitionStep transition) {
        if (transition.to() == null) {
            throw SwitchboardException.field("to", "must be given");
        }
        ResolutionText resolution = transition.resolution();
        return new Step.Move(
                new Status(transition.to()), transition.reason(), resolution == null ? null : resolution.resolution());
    }

    private static EditTicket.Patch patch(SetStep values) {
        Map<String, Optional<FieldValue>> fields = new LinkedHashMap<>();
        if (values.fields() != null) {
            values.fields()
                    .forEach((name, value) -> fields.put(
                            name, value == null ? Optional.empty() : Optional.of(FieldValues.of(name, value))));
        }
        return new EditTicket.Patch(
                null,
                chosen(values.type(), id -> TicketType.of(id, "type")),
                chosen(values.category(), Optional::of),
                chosen(values.product(), Optional::of),
                chosen(values.impact(), id -> Level.of(id, "impact")),
                chosen(values.urgency(), id -> Level.of(id, "urgency")),
                chosen(values.priority(), id -> Optional.of(Priority.of(id, "priority"))),
                null,
                null,
                null,
                new EditTicket.TagChange(
                        null, tags("addTags", values.addTags()), tags("removeTags", values.removeTags())),
                fields,
                null,
                null,
                null);
    }

    private static <T> @Nullable T chosen(@Nullable String text, Function<String, T> reading) {
        return text == null ? null : reading.apply(text);
    }

    private static HashSet<String> tags(String field, @Nullable List<String> tags) {
        if (tags != null && tags.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field(field, "must be a list of texts");
        }
        return tags == null ? new HashSet<>() : new HashSet<>(tags);
    }

    private static Duration duration(PostponeStep sleep) {
        try {
            Duration duration = Duration.parse(Objects.requireNonNullElse(sleep.duration(), ""));
            if (duration.compareTo(Duration.ofMinutes(1)) >= 0 && duration.compareTo(Duration.ofDays(3_650)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException noDuration) {
            throw SwitchboardException.field("duration", "must be a duration such as PT4H or P3D");
        }
        throw SwitchboardException.field("duration", "must be from one minute to ten years");
    }

    private static @Nullable PersonId watcher(WatchStep watcher) {
        String person = watcher.person();
        if (person == null) {
            throw SwitchboardException.field("person", "must be me or the id of a person");
        }
        return person.equals("me") ? null : new PersonId(uuid("person", person));
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }
}
