package io.switchboard.example.files;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link OtherDisk}. */
@ObjectClassDefinition(
        name = "Files on another disk",
        description =
                "Keeps new attachments in a folder. Those that are kept already stay where they are, and are found there.")
public @interface FileSettings {
    /** The path of the folder. */
    @AttributeDefinition(
            name = "Folder",
            description =
                    "The absolute path of a folder that the server may write. While it is empty, no file can be kept.",
            required = false)
    String folder() default "";
}
