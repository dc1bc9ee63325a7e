package io.switchboard.assign.hours;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AssignByLanguageAndHours}. */
@ObjectClassDefinition(
        name = "Assignment by language and hours",
        description = "Prefers agents who speak the customer's language and are at work.")
public @interface LanguageAndHoursSettings {
    /** By what the language counts against the hours. */
    @AttributeDefinition(
            name = "Share of the language",
            description = "By what the language counts in the score, against the share of the hours. 0 leaves it out.",
            min = "0",
            max = "100")
    int languageShare() default 50;

    /** By what the hours count against the language. */
    @AttributeDefinition(
            name = "Share of the hours",
            description =
                    "By what being at work counts in the score, against the share of the language. 0 leaves it out.",
            min = "0",
            max = "100")
    int hoursShare() default 50;

    /** Whether agents who do not speak the language are left out. */
    @AttributeDefinition(
            name = "Leave out who does not speak the language",
            description = "If set, another language excludes an agent; if not, it only lowers the score.")
    boolean otherLanguageExcluded() default false;

    /** Whether agents who are not at work are left out. */
    @AttributeDefinition(
            name = "Leave out who is not at work",
            description =
                    "If set, being outside one's working hours excludes an agent; if not, it only lowers the score.")
    boolean offHoursExcluded() default true;

    /** Whether the two exclusions above hold only while somebody else is left. */
    @AttributeDefinition(
            name = "Never leave out everybody",
            description =
                    "Leaves somebody out only while an agent remains for whom it holds: at night a ticket goes to "
                            + "who is back first. If not set, the ticket waits in the queue without an agent.")
    boolean somebodyKept() default true;
}
