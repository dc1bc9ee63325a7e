package io.switchboard.assign.workload;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AssignByWorkload}. */
@ObjectClassDefinition(name = "Assignment by workload", description = "Prefers the agent with the fewest open tickets.")
public @interface WorkloadSettings {
    /** How many open tickets halve the score; below 1 counts as 1. */
    @AttributeDefinition(
            name = "Half of the score at",
            description = "With this many open tickets an agent scores 50 of 100. A small number tells agents with few "
                    + "tickets apart more sharply.",
            min = "1",
            max = "1000")
    int halfway() default 10;

    /** How many open tickets an agent may have, or 0 for any number. */
    @AttributeDefinition(
            name = "Open tickets at most",
            description = "Who has this many open tickets is given no more. 0 sets no limit.",
            min = "0",
            max = "10000")
    int most() default 0;

    /** Whether agents who are away are left out. */
    @AttributeDefinition(name = "Leave out who is away", description = "Gives no ticket to an agent who is absent.")
    boolean absentExcluded() default true;
}
