package io.switchboard.core.people.directory;

import java.util.List;

/** What of a customer a directory may know, as it is called in the API. */
public final class CustomerField {
    /** The display name. */
    public static final String NAME = "name";

    /** To whom they belong. */
    public static final String ORGANIZATION = "organization";

    /** Whether they are very important. */
    public static final String VIP = "vip";

    /** Their language. */
    public static final String LANGUAGE = "language";

    /** Their time zone. */
    public static final String ZONE = "zone";

    /** Their telephone number. */
    public static final String PHONE = "phone";

    /** All of them but the attributes. */
    public static final List<String> ALL = List.of(NAME, ORGANIZATION, VIP, LANGUAGE, ZONE, PHONE);

    private CustomerField() {}

    /** Returns what an attribute is called. */
    public static String attribute(String name) {
        return "attributes." + name;
    }
}
