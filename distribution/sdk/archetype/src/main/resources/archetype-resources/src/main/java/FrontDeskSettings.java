package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link FrontDesk}; the administrator's form is made of them. */
@ObjectClassDefinition(name = "Front desk", description = "A channel for contacts at the front desk.")
public @interface FrontDeskSettings {
    /** What people call the place. */
    @AttributeDefinition(name = "Name", description = "What people call the place.", min = "1", max = "80")
    String name() default "Front desk";
}
