package io.switchboard.intake.portal;

import io.switchboard.api.ticket.TicketType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the pages look and what they say; an empty text is as it comes.
 *
 * @param types the types of tickets that customers can choose, in the order in which they are shown; none if they are not asked
 * @param wrong what of the settings cannot be used, a sentence each
 */
record Look(
        String name,
        String heading,
        String introduction,
        List<Link> links,
        List<TicketType> types,
        @Nullable Accent accent,
        @Nullable Logo logo,
        List<String> wrong) {
    /** A problem in the sense of ITIL is what the desk finds behind requests; nobody asks for one. */
    private static final List<TicketType> POSSIBLE =
            List.of(TicketType.INCIDENT, TicketType.SERVICE_REQUEST, TicketType.QUESTION, TicketType.CHANGE_REQUEST);

    private static final String FOLDER = "/x/intake-portal/look/";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_HEADING = 120;
    private static final int LONGEST_INTRODUCTION = 600;
    private static final int MOST_LINKS = 10;
    private static final int LONGEST_LINK = 500;

    /** A way to somewhere else, at the foot of each page. */
    record Link(String words, String address) {
        /** Reads words and an address behind them. */
        static Optional<Link> of(String text) {
            int space = text.strip().lastIndexOf(' ');
            if (space < 1 || text.length() > LONGEST_LINK) {
                return Optional.empty();
            }
            String address = text.strip().substring(space + 1);
            return isWeb(address)
                    ? Optional.of(new Link(text.strip().substring(0, space).strip(), address))
                    : Optional.empty();
        }

        private static boolean isWeb(String address) {
            try {
                URI parsed = URI.create(address);
                return parsed.getHost() != null
                        && ("https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme()));
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }
    }

    static Look of(LookSettings settings) {
        List<String> wrong = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (String text : settings.links()) {
            Optional<Link> link = Link.of(text);
            if (link.isEmpty() || links.size() == MOST_LINKS) {
                wrong.add("Links can be ten, each some words and a web address.");
            } else {
                links.add(link.get());
            }
        }
        Optional<Accent> accent = Accent.of(settings.color().strip());
        if (accent.isEmpty() && !settings.color().isBlank()) {
            wrong.add("The colour is none such as #1a6b4f.");
        }
        Optional<Logo> logo = Logo.of(settings.logo());
        if (logo.isEmpty() && !settings.logo().isBlank()) {
            wrong.add("The logo is no data address of a PNG, JPEG or WebP of at most 64 KiB.");
        }
        return new Look(
                text("name", settings.name(), LONGEST_NAME, wrong),
                text("heading", settings.heading(), LONGEST_HEADING, wrong),
                text("introduction", settings.introduction(), LONGEST_INTRODUCTION, wrong),
                List.copyOf(links),
                types(settings.types(), wrong),
                accent.orElse(null),
                logo.orElse(null),
                wrong.stream().distinct().toList());
    }

    private static String text(String what, String value, int longest, List<String> wrong) {
        if (value.strip().length() > longest) {
            wrong.add("The " + what + " has more than " + longest + " characters.");
            return "";
        }
        return value.strip();
    }

    private static List<TicketType> types(String[] chosen, List<String> wrong) {
        List<String> ids = List.of(chosen);
        if (!POSSIBLE.stream().map(TicketType::id).toList().containsAll(ids)) {
            wrong.add("A type of requests is none that can be offered.");
        }
        return POSSIBLE.stream().filter(type -> ids.contains(type.id())).toList();
    }

    /** Returns the rules for the colour, or nothing. */
    String styles() {
        if (accent == null) {
            return "";
        }
        String colors = "light-dark(" + accent.onLight() + ", " + accent.onDark() + ")";
        return ":root { --accent: " + colors + "; --accent-text: " + colors
                + "; --on-accent: light-dark(#ffffff, #13161b); }\n";
    }

    /** Returns what changes with the colour and the logo, so that a browser asks for them again then only. */
    String version() {
        String all = styles() + (logo == null ? "" : logo.type() + Arrays.hashCode(logo.content()));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String stylesAddress() {
        return accent == null ? "" : FOLDER + version() + "/styles.css";
    }

    String logoAddress() {
        return logo == null ? "" : FOLDER + version() + "/logo";
    }
}
