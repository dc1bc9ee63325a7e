package io.switchboard.directory.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link HttpDirectory}. */
@ObjectClassDefinition(
        name = "Customers from a CRM over HTTP",
        description =
                "Asks a CRM that answers JSON. A pointer such as /owner/name (RFC 6901) says where a thing stands.")
public @interface HttpSettings {
    /** Where to ask. */
    @AttributeDefinition(
            name = "Address",
            description =
                    "Where to ask, such as https://crm.example.com/contacts?email={email}: {email} becomes the customer's "
                            + "address, percent-encoded. Status 404 says that the customer is unknown. Empty: nothing is "
                            + "asked.",
            required = false)
    String address() default "";

    /** The name of the header that carries the secret. */
    @AttributeDefinition(
            name = "Header of the secret",
            description = "The name of the header that lets the desk in; empty if none is needed.",
            required = false)
    String header() default "Authorization";

    /** What stands in that header. */
    @AttributeDefinition(
            name = "Secret",
            description = "All that stands in that header, such as 'Bearer' and a token.",
            type = AttributeType.PASSWORD,
            required = false)
    String secret() default "";

    /** Where the customer stands in the answer. */
    @AttributeDefinition(
            name = "Pointer to the customer",
            description =
                    "Where the customer stands in the answer, such as /results/0; empty if they are the answer. Nothing "
                            + "there: the customer is unknown.",
            required = false)
    String customer() default "";

    /** Where the address stands. */
    @AttributeDefinition(
            name = "Pointer to the address",
            description =
                    "Where the mail address stands, below the customer. An answer about another address says that the "
                            + "customer is unknown. Empty only if the CRM never answers about somebody else.",
            required = false)
    String email() default "/email";

    /** Where the name stands. */
    @AttributeDefinition(
            name = "Pointer to the name",
            description = "Below the customer; empty if there is none.",
            required = false)
    String name() default "/name";

    /** Where the organization stands. */
    @AttributeDefinition(
            name = "Pointer to the organization",
            description = "The name of the organization, below the customer; empty if there is none.",
            required = false)
    String organization() default "/organization";

    /** Where the VIP flag stands. */
    @AttributeDefinition(
            name = "Pointer to the importance",
            description =
                    "Whether the customer is very important: a value, or a list such as that of their tags, below the "
                            + "customer; empty if there is none.",
            required = false)
    String vip() default "/vip";

    /** What there means very important. */
    @AttributeDefinition(
            name = "Values of importance",
            description =
                    "What there means that somebody is very important, in any case, besides a true; all else means not.")
    String[] vipValues() default {"true", "yes", "1", "x", "vip"};

    /** Where the language stands. */
    @AttributeDefinition(
            name = "Pointer to the language",
            description = "A language tag such as en or pt-BR, below the customer; empty if there is none.",
            required = false)
    String language() default "";

    /** Where the time zone stands. */
    @AttributeDefinition(
            name = "Pointer to the time zone",
            description = "A time zone such as Europe/Berlin, below the customer; empty if there is none.",
            required = false)
    String zone() default "";

    /** Where the telephone number stands. */
    @AttributeDefinition(
            name = "Pointer to the telephone number",
            description = "Below the customer; empty if there is none.",
            required = false)
    String phone() default "";

    /** What else agents are to see. */
    @AttributeDefinition(
            name = "Further things",
            description =
                    "Lines such as 'account manager = /owner/name': attributes that agents are to see with the customer; "
                            + "at most 20.",
            required = false)
    String[] attributes() default {};

    /** How long to wait for an answer, in milliseconds. */
    @AttributeDefinition(
            name = "Longest wait in milliseconds",
            description = "So long the CRM may take. Triage of a new ticket waits a second, the desk two.",
            min = "100",
            max = "1900")
    int timeout() default 1500;

    /** How large an answer may be, in KiB. */
    @AttributeDefinition(
            name = "Largest answer in KiB",
            description = "A larger answer is not read.",
            min = "1",
            max = "4096")
    int maximumAnswer() default 256;
}
