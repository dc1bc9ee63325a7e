package io.switchboard.core.plugins.site;

import io.switchboard.core.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * An index as it stands in JSON. Every member may be missing, and what is of a later format is ignored.
 *
 * @param format 1
 */
record IndexContent(
        int format,
        long serial,
        @Nullable Instant builtAt,
        @Nullable Instant expiresAt,
        @Nullable List<@Nullable Entry> plugins) {
    private static final int FORMAT = 1;
    private static final int MOST = 5_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_VULNERABILITIES = 100;
    private static final int MOST_GIVEN = 1_000;
    private static final long LARGEST = 64L << 20;
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9._-]{2,99}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}\\.jar");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    record Entry(
            @Nullable String id,
            @Nullable String version,
            @Nullable String name,
            @Nullable String vendor,
            @Nullable String description,
            @Nullable String file,
            long size,
            @Nullable String sha256,
            @Nullable String signer,
            @Nullable Instant date,
            @Nullable String changelog,
            @Nullable List<@Nullable String> vulnerabilities,
            @Nullable List<@Nullable Capability> gives,
            @Nullable String withdrawn) {}

    /** What a plugin gives; an index that was built before that was told has none. */
    record Capability(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String version) {}

    /**
     * Reads an index whose signature was checked.
     *
     * @throws SiteRefused if it is none, or something of it cannot be
     */
    static SiteIndex read(byte[] json) throws SiteRefused {
        IndexContent content;
        try {
            content = Json.read(new String(json, StandardCharsets.UTF_8), IndexContent.class);
        } catch (IllegalStateException noIndex) {
            throw SiteRefused.because("the index cannot be read as JSON");
        }
        return content.checked();
    }

    private SiteIndex checked() throws SiteRefused {
        if (format != FORMAT) {
            throw SiteRefused.because("the index is of format " + format + ", and this server reads format " + FORMAT);
        }
        if (serial < 1 || builtAt == null || expiresAt == null || plugins == null || plugins.size() > MOST) {
            throw SiteRefused.because("the index lacks its serial, its times or its plugins");
        }
        List<Offer> offers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : plugins) {
            Offer offer = offer(entry);
            if (!seen.add(offer.id() + " " + offer.version())) {
                throw SiteRefused.because("the index has " + offer.id() + " " + offer.version() + " twice");
            }
            offers.add(offer);
        }
        return new SiteIndex(serial, builtAt, expiresAt, offers);
    }

    private static Offer offer(@Nullable Entry entry) throws SiteRefused {
        if (entry == null || entry.id == null || !ID.matcher(entry.id).matches()) {
            throw SiteRefused.because("the index names a plugin without an id");
        }
        if (!isVersion(entry.version)
                || !fits(FILE, entry.file)
                || !fits(DIGEST, entry.sha256)
                || entry.signer != null && !fits(DIGEST, entry.signer)
                || entry.size < 1
                || entry.size > LARGEST
                || entry.date == null) {
            throw SiteRefused.because("the index says of " + entry.id + " what cannot be: look at its version, file,"
                    + " size, sha256, signer and date");
        }
        return new Offer(
                entry.id,
                Version.parseVersion(entry.version).toString(),
                line(entry.name == null ? entry.id : entry.name),
                entry.vendor == null ? null : line(entry.vendor),
                text(entry.description),
                Objects.requireNonNull(entry.file),
                entry.size,
                Objects.requireNonNull(entry.sha256),
                entry.signer,
                entry.date,
                text(entry.changelog),
                lines(entry.vulnerabilities),
                gives(entry.gives),
                text(entry.withdrawn));
    }

    private static List<Given> gives(@Nullable List<@Nullable Capability> all) {
        List<Given> given = new ArrayList<>();
        for (Capability one : all == null ? List.<Capability>of() : all) {
            if (one != null && one.kind != null && one.name != null && given.size() < MOST_GIVEN) {
                String version = isVersion(one.version) ? Objects.requireNonNull(one.version) : "0.0.0";
                given.add(new Given(line(one.kind), line(one.name), version));
            }
        }
        return given;
    }

    private static boolean isVersion(@Nullable String version) {
        try {
            return version != null
                    && version.length() <= LONGEST_LINE
                    && !version.isBlank()
                    && Version.parseVersion(version) != null;
        } catch (IllegalArgumentException noVersion) {
            return false;
        }
    }

    private static boolean fits(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static String line(String text) {
        return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static List<String> lines(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .limit(MOST_VULNERABILITIES)
                        .map(IndexContent::line)
                        .toList();
    }
}
