package io.switchboard.escalate.stalled;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link StalledTickets}. */
@ObjectClassDefinition(
        name = "Stalled and urgent tickets",
        description = "Has tickets that do not move, and urgent ones, go up to management step by step.")
public @interface StalledSettings {
    /** After how many hours without a move a ticket goes up, step by step. */
    @AttributeDefinition(
            name = "Steps",
            description =
                    "After how many hours without a move a ticket goes up, each step one team higher, such as '8, 24'. "
                            + "'off' has no ticket go up for standing still.")
    String steps() default "8, 24";

    /** The same for urgent tickets. */
    @AttributeDefinition(name = "Steps of urgent tickets", description = "The same for urgent tickets.")
    String urgentSteps() default "1, 4";

    /** Which priorities are urgent. */
    @AttributeDefinition(
            name = "Urgent priorities",
            description = "Which priorities count as urgent: P1 to P4, a line each.",
            required = false)
    String[] urgent() default {"P1"};

    /** Whether urgent tickets go up at once. */
    @AttributeDefinition(
            name = "Urgent at once",
            description = "Whether management is told of an urgent ticket at once, and not only when it stands still.")
    boolean urgentAtOnce() default true;

    /** Other hours for single queues. */
    @AttributeDefinition(
            name = "Other steps by team",
            description =
                    "Lines such as 'Payments = 4, 12': the name or the id of a team, and the steps of the tickets of its queue and "
                            + "of the teams below, urgent or not. 'Payments = off' has none of them go up.",
            required = false)
    String[] teams() default {};
}
