package io.switchboard.example.knowledge;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link ArticleFolder}. */
@ObjectClassDefinition(
        name = "Articles from a folder",
        description = "Markdown files that answer questions. They are read again when they change.")
public @interface KnowledgeSettings {
    /** The path of the folder. */
    @AttributeDefinition(
            name = "Folder",
            description =
                    "The absolute path of the folder on the server. What lies in a folder called internal below it is"
                            + " for people of the desk only. Empty: no articles.",
            required = false)
    String folder() default "";
}
