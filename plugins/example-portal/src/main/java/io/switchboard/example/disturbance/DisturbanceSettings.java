package io.switchboard.example.disturbance;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What customers are told. */
@ObjectClassDefinition(
        name = "Known disturbances",
        description = "What customers read on their front page before they ask for help.")
public @interface DisturbanceSettings {
    /** What is out of order, one line each. */
    @AttributeDefinition(name = "Disturbances", description = "One line each; anybody can read them.", required = false)
    String[] disturbances() default {};

    /** Where something may be. */
    @AttributeDefinition(name = "Places", description = "What the form offers for the place.", required = false)
    String[] places() default {"Head office", "Warehouse", "At home"};
}
