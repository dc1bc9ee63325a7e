package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.Precondition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that many resources have in common. */
public final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final long NOTHING = -1;
    /** An answer that was sent compressed has another tag (RFC 9110, 8.8.3.3): the server adds a suffix to it. */
    private static final Pattern ETAG = Pattern.compile("\\s*(?:W/)?\"([0-9]{1,18})(?:--gzip)?\"\\s*");

    /** The version of a thing that is made and removed, but never changed. */
    public static final long UNCHANGING = 1;

    private Parameters() {}

    /**
     * Reads the size of a page.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code limit}
     */
    public static int limit(@Nullable String limit, int standard, int maximum) {
        if (limit == null) {
            return standard;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= maximum) {
                return wanted;
            }
        } catch (NumberFormatException noNumber) {
            throw badLimit(maximum);
        }
        throw badLimit(maximum);
    }

    /**
     * Reads a yes or no.
     *
     * @return no if it is left out
     * @throws SwitchboardException with {@code invalid-field} naming the parameter
     */
    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw SwitchboardException.field(name, "must be true or false");
    }

    /** Returns the entity tag of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Reads {@code If-Match} where it may be left out: nothing, or {@code *}, is any version. */
    public static Precondition ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return Precondition.any();
        }
        Matcher matcher = ETAG.matcher(header);
        if (!matcher.matches()) {
            throw SwitchboardException.field("If-Match", "must be the ETag of the thing, for example \"7\"");
        }
        return Precondition.version(Long.parseLong(matcher.group(1)));
    }

    /**
     * Reads {@code If-Match} where it must be given.
     *
     * @throws SwitchboardException with {@code version-required}
     */
    public static Precondition requiredIfMatch(@Nullable String header) {
        if (header == null) {
            throw new SwitchboardException(
                    ErrorCode.VERSION_REQUIRED, "Read the thing first, and send its ETag in If-Match");
        }
        return ifMatch(header);
    }

    /**
     * Reads {@code If-Match} where it must be given, for a thing that is read before it is changed.
     *
     * @return the version that the caller has seen; {@code *} is the current one
     * @throws SwitchboardException with {@code version-required}
     */
    public static long seen(@Nullable String header, long current) {
        return requiredIfMatch(header) instanceof Precondition.Version demanded ? demanded.version() : current;
    }

    /**
     * Judges {@code If-Match} for the removal of a thing that never changes, and so is at version 1 as long as it is there.
     * It may be left out.
     *
     * @throws SwitchboardException with {@code stale-version} if it names another version
     */
    public static void unchanged(@Nullable String header) {
        if (ifMatch(header) instanceof Precondition.Version demanded && demanded.version() != UNCHANGING) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION, "This is not the version that is there; read it again");
        }
    }

    /** Reads the number of a thing in an address; what is no number is one that no thing has. */
    public static long number(String text) {
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : NOTHING;
    }

    private static SwitchboardException badLimit(int maximum) {
        return SwitchboardException.field("limit", "must be a number from 1 to " + maximum);
    }
}
