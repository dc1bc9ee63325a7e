package io.switchboard.example.deadlines;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link DeadlinesByPriority}. */
@ObjectClassDefinition(
        name = "Deadlines by priority",
        description = "By when tickets are to be answered and solved. The time runs around the clock.")
public @interface DeadlineSettings {
    /** Minutes until the first answer of a P1. */
    @AttributeDefinition(name = "P1: first answer, in minutes", min = "1", max = "525600")
    int answerP1() default 30;

    /** Minutes until the first answer of a P2. */
    @AttributeDefinition(name = "P2: first answer, in minutes", min = "1", max = "525600")
    int answerP2() default 60;

    /** Minutes until the first answer of a P3. */
    @AttributeDefinition(name = "P3: first answer, in minutes", min = "1", max = "525600")
    int answerP3() default 240;

    /** Minutes until the first answer of a P4. */
    @AttributeDefinition(name = "P4: first answer, in minutes", min = "1", max = "525600")
    int answerP4() default 480;

    /** Hours until a P1 is solved. */
    @AttributeDefinition(name = "P1: solution, in hours", min = "1", max = "8760")
    int solutionP1() default 4;

    /** Hours until a P2 is solved. */
    @AttributeDefinition(name = "P2: solution, in hours", min = "1", max = "8760")
    int solutionP2() default 8;

    /** Hours until a P3 is solved. */
    @AttributeDefinition(name = "P3: solution, in hours", min = "1", max = "8760")
    int solutionP3() default 24;

    /** Hours until a P4 is solved. */
    @AttributeDefinition(name = "P4: solution, in hours", min = "1", max = "8760")
    int solutionP4() default 72;

    /** In which statuses the time until the solution stands still. */
    @AttributeDefinition(
            name = "The time stands still in",
            description = "The ids of statuses in which the time until the solution stands still.",
            required = false)
    String[] still() default {"waiting_for_customer", "answered"};
}
