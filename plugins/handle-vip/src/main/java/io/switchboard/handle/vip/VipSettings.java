package io.switchboard.handle.vip;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of {@link VipHandling}. */
@ObjectClassDefinition(
        name = "Important customers",
        description = "Gives tickets of very important customers to senior agents and raises their priority.")
public @interface VipSettings {
    /** The team, by name or id; empty for whichever they go to anyway. */
    @AttributeDefinition(
            name = "Team",
            description =
                    "The name or the id of the team that is to have them; empty leaves them where they go anyway.")
    String team() default "";

    /** Whether only senior agents may have them. */
    @AttributeDefinition(
            name = "Senior agents only",
            description = "If no senior agent is there, a ticket waits in the queue of its team.")
    boolean seniorOnly() default true;

    /** Whether members of important organizations are important. */
    @AttributeDefinition(
            name = "Members of important organizations",
            description = "Whether who belongs to a very important organization is very important.")
    boolean organizations() default true;

    /** The priority below which they must not stay. */
    @AttributeDefinition(
            name = "Priority at least",
            description = "Raises a lower priority, unless a person has set it.",
            options = {
                @Option(label = "as it is", value = "none"),
                @Option(label = "P1", value = "P1"),
                @Option(label = "P2", value = "P2"),
                @Option(label = "P3", value = "P3")
            })
    String minimumPriority() default "P2";
}
