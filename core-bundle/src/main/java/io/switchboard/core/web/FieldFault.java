package io.switchboard.core.web;

import io.switchboard.api.error.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kinds of things that are wrong with fields, for who tells them in another language than the desk. The desk, its
 * domain and its plugins say in a sentence what is wrong; the first kind whose form it has is the kind of it, so that
 * what is special stands before what is general.
 */
public enum FieldFault {
    /** There is nothing, and something is needed. */
    MISSING("must be (?:given|set)(?:[,:; ].*)?|must not be empty.*|is missing.*|must be a text that is not empty"),
    /** It has too many characters. */
    TOO_LONG(
            "(?:must have at most|must be at most|is not one line of at most) (?<most>\\d+) (?:characters|bytes|digits)"),
    /** It is not of the letters that an id is made of. */
    ID_FORM("must be (?:ids of |a )?lower-case .*|must be at most (?<most>\\d+) ids of skills.*"
            + "|must be a letter and up to .*|has a name that is not a letter.*|must have names such as .*"),
    /** It is a number beyond its limits. */
    OUT_OF_RANGE("must be a (?:whole )?number from (?<least>[\\d.]+) to (?<most>[\\d.]+)(?:;.*)?"),
    /** It is another kind of value. */
    TYPE(
            "must be (?:a text|true or false|an object|a JSON object|a list|a whole number|a number)\\b.*|must not hold null|cannot be read as JSON"),
    /** There are too many of it. */
    TOO_MANY(
            "(?:must have|must be|must name) at most (?<most>\\d+)\\b.*|cannot (?:be added|be|join): .*?(?<limit>\\d+) .*"),
    /** Its number of entries is not within limits. */
    NUMBER_OF_ENTRIES("must (?:have|name) (?<least>\\d+) to (?<most>\\d+) .*"),
    /** It is none of those that there are. */
    NOT_A_CHOICE("must be (?:one )?of \\[(?<choices>.*)]"
            + "|must be (?<words>(?:[a-z_0-9]+, )*[a-z_0-9]+ or (?:both )?(?:[a-z_0-9]+))"),
    /** It names somebody or something that is not there. */
    NOT_THERE(
            "must be (?:the id|an id|a team|a person|an active agent|something that this desk has|one of th(?:is|e) .*)\\b.*"
                    + "|must be named by .*|must name teams.*|must stand below one that exists.*|there is no .*|must be ids of .*"),
    /** The desk knows no such field. */
    UNKNOWN("is not known here.*|is not a setting of this plugin"),
    /** It is no mail address. */
    MAIL_ADDRESS("must be a mail address.*"),
    /** It is no mail domain. */
    MAIL_DOMAIN("must be a mail domain.*"),
    /** It is no telephone number. */
    TELEPHONE_NUMBER("is no telephone number|must be a telephone number.*"),
    /** It is no time, day or time of the day; the example is one. */
    TIME("must be a (?:time|day)(?: of the day)? such as (?<example>\\S+)"),
    /** It is a time that is too early or too late. */
    TIME_RANGE(
            "must be in the future|must be a time (?:of|within) the .*|must be after .*|must lie between .*|must be from .*"),
    /** It is no duration. */
    DURATION("must be an? (?:ISO 8601 )?duration,? (?:such as|for example) (?<example>.*)"),
    /** It is no language. */
    LANGUAGE("is no language tag|must be a (?:BCP 47|language) tag.*"),
    /** It is no time zone. */
    TIME_ZONE("is no time zone|must be a time zone.*"),
    /** It holds what no text may hold. */
    CHARACTERS(
            "must not hold (?:the character )?U\\+0000.*|holds half of a character.*|must not hold line breaks|must be one line"),
    /** A password is too short. */
    PASSWORD("must have at least (?<least>\\d+) characters.*"),
    /** The code of an authenticator app is not the present one. */
    AUTHENTICATOR("must be the present code of your authenticator app"),
    /** It names something twice. */
    REPEATED(
            "must name each .* once|must name another .*|must stand in one set only|has the ticket already|.*and each only once");

    /** Constants of an enum are made before its static fields. */
    private static final class Groups {
        static final Pattern NAME = Pattern.compile("\\(\\?<(\\w+)>");
    }

    private final Pattern form;
    private final List<String> names;

    FieldFault(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.names =
                Groups.NAME.matcher(form).results().map(found -> found.group(1)).toList();
    }

    /** Returns the name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of what is wrong, or nothing if it has none. */
    public static Optional<FieldFault> of(FieldError error) {
        return Stream.of(values())
                .filter(fault -> fault.form.matcher(error.message()).matches())
                .findFirst();
    }

    /** Returns what stands in the sentence beside its form, such as the most that is allowed, by name. */
    public Map<String, String> parameters(FieldError error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher found = form.matcher(error.message());
        if (found.matches()) {
            for (String name : names) {
                String value = found.group(name);
                if (value != null) {
                    parameters.put(name, value);
                }
            }
        }
        return parameters;
    }
}
