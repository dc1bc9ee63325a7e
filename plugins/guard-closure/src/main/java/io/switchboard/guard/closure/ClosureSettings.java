package io.switchboard.guard.closure;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link ClosureGuard}. */
@ObjectClassDefinition(
        name = "Closure guard",
        description = "Lets no ticket be closed before all is said and done that its queue asks for.")
public @interface ClosureSettings {
    /** What every queue asks for that has no line of its own. */
    @AttributeDefinition(
            name = "Ask for",
            description =
                    "What must be there before a ticket is closed: confirmed (the customer said yes, or their time "
                            + "went by), steps (what was done), category, time (somebody recorded some), tasks (none is open).",
            required = false)
    String[] checks() default {"confirmed", "steps", "category", "time", "tasks"};

    /** What single queues ask for. */
    @AttributeDefinition(
            name = "By team",
            description =
                    "Lines such as 'Payments = confirmed, steps, time': the name or the id of a team, and what is "
                            + "asked of the tickets of its queue and of the teams below. 'Payments = none' asks for nothing.",
            required = false)
    String[] teams() default {};

    /** How many hours the customer has. */
    @AttributeDefinition(
            name = "Time to confirm",
            description = "So many hours after it was resolved a ticket may be closed without the customer's word.",
            min = "0",
            max = "8760")
    int hours() default 48;

    /** How long the description of the steps must be at least. */
    @AttributeDefinition(
            name = "Length of the steps",
            description = "How many letters and digits the summary of the resolution must have at least.",
            min = "1",
            max = "1000")
    int stepsAtLeast() default 10;
}
