package io.switchboard.guard.resolution;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link ResolutionGuard}. */
@ObjectClassDefinition(
        name = "Resolution guard",
        description = "Asks for the root cause and the plan before an important ticket is resolved.")
public @interface ResolutionPolicy {
    /** For which priorities the root cause must be given. */
    @AttributeDefinition(name = "Root cause for", description = "The priorities that need a root cause: P1 to P4.")
    String[] rootCauseFor() default {"P1"};

    /** For which priorities the plan must be given. */
    @AttributeDefinition(name = "Plan for", description = "The priorities that need a resolution plan: P1 to P4.")
    String[] planFor() default {};

    /** Whether plugins and timers are asked too. */
    @AttributeDefinition(
            name = "Ask plugins too",
            description = "Off, a plugin resolves without them, as when an alert has ended by itself.")
    boolean pluginsToo() default false;
}
