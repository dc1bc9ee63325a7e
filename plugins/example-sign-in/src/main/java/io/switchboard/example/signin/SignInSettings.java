package io.switchboard.example.signin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link HttpAuthenticator}. */
@ObjectClassDefinition(
        name = "Sign-in by another system",
        description =
                "Asks a system that knows its own accounts, with what somebody typed as HTTP Basic authentication.")
public @interface SignInSettings {
    /** Where to ask. */
    @AttributeDefinition(
            name = "Address",
            description =
                    "It answers 200 with JSON that has id and name, and may have email; or 401. Empty: nobody is asked.",
            required = false)
    String address() default "";

    /** The name of the system. */
    @AttributeDefinition(
            name = "Name of the system",
            description = "Accounts are bound to it, so it stays for good.",
            min = "1",
            max = "100")
    String issuer() default "intranet";
}
