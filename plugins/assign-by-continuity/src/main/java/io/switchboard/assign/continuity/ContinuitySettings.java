package io.switchboard.assign.continuity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AssignByContinuity}. */
@ObjectClassDefinition(
        name = "Assignment by continuity",
        description = "Prefers the agent who had the customer's last ticket.")
public @interface ContinuitySettings {
    /** How many days an acquaintance lasts, or 0 for ever. */
    @AttributeDefinition(
            name = "Days that it lasts",
            description =
                    "An agent whose last ticket of the customer is older than this is as good as any. 0 sets no limit.",
            min = "0",
            max = "3650")
    int days() default 180;

    /** What an agent scores who had an earlier ticket of the customer, but not the last. */
    @AttributeDefinition(
            name = "Score for an earlier ticket",
            description = "What an agent scores who had an earlier ticket of the customer, but not the last one.",
            min = "0",
            max = "100")
    int earlierScore() default 40;
}
