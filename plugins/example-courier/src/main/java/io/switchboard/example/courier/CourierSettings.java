package io.switchboard.example.courier;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link PickupCourier}. */
@ObjectClassDefinition(
        name = "Mail by a pickup folder",
        description = "Puts each mail as a file into a folder from which a mail server on this machine picks it up.")
public @interface CourierSettings {
    /** The path of the folder. */
    @AttributeDefinition(
            name = "Folder",
            description = "The absolute path of the folder on the server. Empty: no mail is carried.",
            required = false)
    String folder() default "";

    /** From whom the mail comes. */
    @AttributeDefinition(name = "Sender", description = "The mail address from which it comes.", required = false)
    String sender() default "";
}
