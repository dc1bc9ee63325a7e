package io.switchboard.survey.nps;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link NetPromoterScore}. */
@ObjectClassDefinition(
        name = "Net Promoter Score",
        description = "Asks some customers, chosen by a rule, how likely they are to recommend the desk.")
public @interface NpsSettings {
    /** Of how many of a hundred of the closures that match customers are asked. */
    @AttributeDefinition(
            name = "Chance",
            description =
                    "Of so many in a hundred of the closed tickets that match the customers are asked. Which ones depends on "
                            + "the tickets alone.",
            min = "0",
            max = "100")
    int chance() default 20;

    /** For how many days nobody is asked again. */
    @AttributeDefinition(
            name = "Quiet time",
            description = "Whoever was asked by any survey is left alone for so many days.",
            min = "0",
            max = "3650")
    int quietDays() default 90;

    /** The organizations whose members are asked. */
    @AttributeDefinition(
            name = "Organizations",
            description = "Names or ids of organizations whose members are asked; without any, everybody is.",
            required = false)
    String[] organizations() default {};

    /** The categories about which customers are asked. */
    @AttributeDefinition(
            name = "Categories",
            description =
                    "Categories such as billing, those below them too; without any, all tickets count, also those without one.",
            required = false)
    String[] categories() default {};

    /** The channels whose tickets do not count. */
    @AttributeDefinition(
            name = "Except channels",
            description = "Ids of channels behind which nobody is who could answer.",
            required = false)
    String[] exceptChannels() default {"monitoring"};

    /** The highest score that is low. */
    @AttributeDefinition(
            name = "Low from here down",
            description = "This score and lower ones are low, and the desk follows up on them. -1 is never.",
            min = "-1",
            max = "8")
    int low() default 6;
}
