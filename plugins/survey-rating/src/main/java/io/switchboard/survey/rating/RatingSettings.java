package io.switchboard.survey.rating;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link Rating}. */
@ObjectClassDefinition(
        name = "Rating",
        description = "Asks customers to rate closed tickets by one to five stars, with a comment.")
public @interface RatingSettings {
    /** The highest number of stars that is low. */
    @AttributeDefinition(
            name = "Low from here down",
            description = "So many stars or fewer are a low score, on which the desk follows up. 0 is never.",
            min = "0",
            max = "3")
    int low() default 2;

    /** Whether there is room for words. */
    @AttributeDefinition(name = "Comment", description = "Whether customers can write something about their rating.")
    boolean comment() default true;

    /** For how many days nobody is asked again. */
    @AttributeDefinition(
            name = "Quiet time",
            description = "Whoever was asked by any survey is left alone for so many days. 0 asks after each closure.",
            min = "0",
            max = "3650")
    int quietDays() default 0;

    /** The teams whose tickets are not rated. */
    @AttributeDefinition(
            name = "Except teams",
            description = "Names or ids of teams whose customers are not asked.",
            required = false)
    String[] exceptTeams() default {};

    /** The channels whose tickets are not rated. */
    @AttributeDefinition(
            name = "Except channels",
            description = "Ids of channels behind which nobody is who could answer.",
            required = false)
    String[] exceptChannels() default {"monitoring"};
}
