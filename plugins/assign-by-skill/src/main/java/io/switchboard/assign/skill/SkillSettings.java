package io.switchboard.assign.skill;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AssignBySkill}. */
@ObjectClassDefinition(
        name = "Assignment by skill",
        description = "Prefers the agent who knows best what a ticket needs.")
public @interface SkillSettings {
    /** From which level on a skill counts, from 1 to 5. */
    @AttributeDefinition(
            name = "Lowest level that counts",
            description = "From 1 (knows it) to 5 (teaches it). Below it an agent counts as not having the skill.",
            min = "1",
            max = "5")
    int lowestLevel() default 1;

    /** Whether agents who lack a required skill are left out. */
    @AttributeDefinition(
            name = "Leave out who lacks a skill",
            description = "If set, a missing skill excludes an agent; if not, it only lowers the score.")
    boolean lackingExcluded() default false;
}
