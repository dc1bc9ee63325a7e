package io.switchboard.notify;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link NotifyPeople}. */
@ObjectClassDefinition(name = "Notices", description = "Tells customers and agents what happened to their tickets.")
public @interface NotifySettings {
    /** The occasions. */
    @AttributeDefinition(
            name = "Occasions",
            description =
                    "Of what people are told: received, replied, resolved, closed, expected, assigned, answered; a line "
                            + "each. Take resolved out where verify-closure asks customers whether the solution works.",
            required = false)
    String[] occasions() default {"received", "replied", "resolved", "closed", "expected", "assigned", "answered"};
}
