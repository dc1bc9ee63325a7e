package io.switchboard.example.handover;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a hand-over answers. */
@ObjectClassDefinition(name = "Hand-over", description = "What colleagues are told when a ticket is handed over.")
public @interface HandOverSettings {
    /** The questions, in their order. */
    @AttributeDefinition(name = "Questions", description = "One for each field of the form, in this order.")
    String[] questions() default {"What has been done?", "What comes next?", "What must not be forgotten?"};
}
