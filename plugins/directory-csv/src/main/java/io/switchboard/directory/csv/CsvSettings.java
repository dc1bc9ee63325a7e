package io.switchboard.directory.csv;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of {@link CsvDirectory}. */
@ObjectClassDefinition(
        name = "Customers from a CSV file",
        description = "Knows customers from the export of a CRM. The file is read again when it changes.")
public @interface CsvSettings {
    /** The path of the file. */
    @AttributeDefinition(
            name = "File",
            description =
                    "The absolute path of the CSV file on the server. Its first line names the columns. Empty: no file.",
            required = false)
    String file() default "";

    /** What stands between the columns. */
    @AttributeDefinition(
            name = "Separator",
            description = "What stands between the columns.",
            options = {
                @Option(label = "comma", value = ","),
                @Option(label = "semicolon", value = ";"),
                @Option(label = "tab", value = "tab"),
                @Option(label = "vertical bar", value = "|")
            })
    String separator() default ",";

    /** How the file is encoded. */
    @AttributeDefinition(
            name = "Encoding",
            description = "How the text is encoded.",
            options = {
                @Option(label = "UTF-8", value = "UTF-8"),
                @Option(label = "Western European (windows-1252)", value = "windows-1252"),
                @Option(label = "ISO-8859-1", value = "ISO-8859-1"),
                @Option(label = "UTF-16 (Excel, Unicode text)", value = "UTF-16")
            })
    String encoding() default "UTF-8";

    /** The column of the address. */
    @AttributeDefinition(
            name = "Column of the address",
            description = "The mail address by which a customer is known. Lines without one are left out.")
    String emailColumn() default "email";

    /** The column of the name. */
    @AttributeDefinition(
            name = "Column of the name",
            description = "The customer's name; empty if there is none.",
            required = false)
    String nameColumn() default "name";

    /** The column of the organization. */
    @AttributeDefinition(
            name = "Column of the organization",
            description = "The name of the customer's organization; empty if there is none.",
            required = false)
    String organizationColumn() default "organization";

    /** The column of the VIP flag. */
    @AttributeDefinition(
            name = "Column of importance",
            description = "Whether a customer is very important; empty if there is none.",
            required = false)
    String vipColumn() default "vip";

    /** What in that column means very important. */
    @AttributeDefinition(
            name = "Values of importance",
            description = "What in that column means that somebody is very important, in any case; all else means not.")
    String[] vipValues() default {"true", "yes", "1", "x", "vip"};

    /** The column of the language. */
    @AttributeDefinition(
            name = "Column of the language",
            description = "A language tag such as en or pt-BR; empty if there is none.",
            required = false)
    String languageColumn() default "";

    /** The column of the time zone. */
    @AttributeDefinition(
            name = "Column of the time zone",
            description = "A time zone such as Europe/Berlin; empty if there is none.",
            required = false)
    String zoneColumn() default "";

    /** The column of the telephone number. */
    @AttributeDefinition(
            name = "Column of the telephone number",
            description = "The telephone number; empty if there is none.",
            required = false)
    String phoneColumn() default "";

    /** Columns that become attributes. */
    @AttributeDefinition(
            name = "Further columns",
            description =
                    "Columns that agents are to see with the customer, such as 'segment', or 'acct_mgr = account manager' "
                            + "to call it otherwise; at most 20.",
            required = false)
    String[] attributes() default {};

    /** How large the file may be. */
    @AttributeDefinition(
            name = "Largest file in MiB",
            description = "A larger file is not read.",
            min = "1",
            max = "500")
    int maximumSize() default 50;

    /** How many lines the file may have. */
    @AttributeDefinition(
            name = "Most lines",
            description = "A file with more customers is not read. Each takes about 500 bytes of memory.",
            min = "1",
            max = "1000000")
    int maximumLines() default 200000;
}
