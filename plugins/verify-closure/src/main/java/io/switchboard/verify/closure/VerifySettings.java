package io.switchboard.verify.closure;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link VerifyClosure}. */
@ObjectClassDefinition(
        name = "Verification and closure",
        description = "Asks customers whether solutions work, reminds them, and closes what they do not answer.")
public @interface VerifySettings {
    /** After how many hours the customer is reminded; 0 is never. */
    @AttributeDefinition(
            name = "Reminder after",
            description = "So many hours after a ticket was resolved the customer is reminded, once. 0 is never.",
            min = "0",
            max = "8760")
    int remindAfter() default 24;

    /** After how many hours the ticket is closed; 0 is never. */
    @AttributeDefinition(
            name = "Closure after",
            description = "So many hours after a ticket was resolved it is closed as not confirmed. 0 is never.",
            min = "0",
            max = "8760")
    int closeAfter() default 48;

    /** Other hours for single queues. */
    @AttributeDefinition(
            name = "Other hours by team",
            description =
                    "Lines such as 'Payments = 48, 96': the name or the id of a team, and the hours until the reminder and "
                            + "until the closure of the tickets of its queue and of the teams below. 'Payments = off' asks "
                            + "nobody there and closes nothing.",
            required = false)
    String[] teams() default {};
}
