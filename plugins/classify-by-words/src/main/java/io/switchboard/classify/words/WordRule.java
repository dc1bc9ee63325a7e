package io.switchboard.classify.words;

import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.TicketType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the settings.
 *
 * @param alternatives the phrases of which one must be there, with all its words
 * @param tells what follows from that
 */
record WordRule(List<List<String>> alternatives, Map<Field, String> tells) {
    static final int LONGEST = 500;

    private static final int MOST_ALTERNATIVES = 50;
    private static final int MOST_WORDS = 10;

    /** What a rule may tell. */
    enum Field {
        TYPE,
        CATEGORY,
        PRODUCT,
        IMPACT,
        URGENCY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    static WordRule of(String line) {
        String[] sides = line.split("->", -1);
        if (line.length() > LONGEST || sides.length != 2) {
            throw new IllegalArgumentException(
                    "it must be words, '->' and what they tell, in at most " + LONGEST + " characters");
        }
        List<List<String>> alternatives = Arrays.stream(sides[0].split(";", MOST_ALTERNATIVES))
                .map(Words::named)
                .filter(words -> !words.isEmpty())
                .toList();
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(words -> words.size() > MOST_WORDS)) {
            throw new IllegalArgumentException(
                    "before '->' there must be words, up to " + MOST_WORDS + " between semicolons");
        }
        return new WordRule(alternatives, tells(sides[1]));
    }

    private static Map<Field, String> tells(String side) {
        Map<Field, String> tells = new EnumMap<>(Field.class);
        for (String part : side.split(",", -1)) {
            String[] pair = part.split(":", 2);
            if (pair.length != 2 || pair[1].isBlank()) {
                throw new IllegalArgumentException("after '->' there must be pairs such as 'impact: high'");
            }
            Field field = field(pair[0].strip());
            tells.put(field, checked(field, pair[1].strip()));
        }
        return tells;
    }

    private static Field field(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> field.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is none of type, category, product, impact, urgency"));
    }

    private static String checked(Field field, String value) {
        List<String> known = switch (field) {
            case TYPE -> Arrays.stream(TicketType.values()).map(TicketType::id).toList();
            case IMPACT, URGENCY -> Arrays.stream(Level.values()).map(Level::id).toList();
            case CATEGORY, PRODUCT -> List.of();
        };
        if (!known.isEmpty() && !known.contains(value)) {
            throw new IllegalArgumentException("'" + value + "' is no " + field.id() + "; there are " + known);
        }
        return value;
    }

    /** Returns the first phrase whose words are all there. */
    Optional<String> in(Words words) {
        return alternatives.stream()
                .filter(phrase -> phrase.stream().allMatch(words::have))
                .findFirst()
                .map(phrase -> String.join(" ", phrase));
    }
}
