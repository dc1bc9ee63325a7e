package io.switchboard.classify.words;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link ClassifyByWords}. */
@ObjectClassDefinition(
        name = "Classification by words",
        description = "Suggests what a new ticket is about by the words in it.")
public @interface WordSettings {
    /** Lines of words and what they tell. */
    @AttributeDefinition(
            name = "Rules",
            description =
                    "Lines such as 'nobody can work; outage everyone -> type: incident, impact: high'. All words between two"
                            + " semicolons must be in the ticket, in any order; 'print*' stands for all that begin so. On the right: type,"
                            + " category, product, impact, urgency. What comes first wins. At most 200 lines of up to 500 characters.")
    String[] rules() default {
        "nobody can work; everyone affected; all users affected; whole company; outage; complete failure"
                + " -> type: incident, impact: high, urgency: high",
        "niemand kann arbeiten; alle betroffen; ganze firma; totalausfall; stromausfall"
                + " -> type: incident, impact: high, urgency: high"
    };
}
