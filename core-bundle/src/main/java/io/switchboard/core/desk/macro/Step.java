package io.switchboard.core.desk.macro;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.core.desk.record.EditTicket;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a macro. Each is what the use case of the same kind does to a ticket alone, with the same rights and rules. */
public sealed interface Step {
    /** Returns the name of its kind in the API. */
    String kind();

    /** What is written: a text with placeholders, or a template. */
    sealed interface Wording {
        /** A text with the placeholders that templates have. */
        record Text(String text, BodyFormat format) implements Wording {}

        /** A template that the caller sees. */
        record FromTemplate(UUID template) implements Wording {}
    }

    /** A reply or a note. */
    record Say(MessageKind message, Wording wording) implements Step {
        @Override
        public String kind() {
            return message.id();
        }
    }

    /** The ticket goes to an agent, a team, or both; the agent is null for nobody. */
    record Give(@Nullable PersonId agent, @Nullable TeamId team) implements Step {
        @Override
        public String kind() {
            return "assign";
        }
    }

    /** The ticket goes to whoever applies the macro. */
    record Take() implements Step {
        @Override
        public String kind() {
            return "assign";
        }
    }

    /** The ticket goes to whom the assignment rules choose. */
    record GiveByRules() implements Step {
        @Override
        public String kind() {
            return "assign";
        }
    }

    /** The ticket moves along its lifecycle. */
    record Move(
            Status to, @Nullable String reason, @Nullable Resolution resolution) implements Step {
        @Override
        public String kind() {
            return "transition";
        }
    }

    /** The ticket's own fields change. */
    record Change(EditTicket.Patch patch) implements Step {
        @Override
        public String kind() {
            return "set";
        }
    }

    /** The ticket sleeps for a while. */
    record Sleep(Duration time) implements Step {
        @Override
        public String kind() {
            return "postpone";
        }
    }

    /** Somebody watches from now on; null is whoever applies the macro. */
    record Watch(@Nullable PersonId person) implements Step {
        @Override
        public String kind() {
            return "watch";
        }
    }
}
