package io.switchboard.classify.words;

import io.switchboard.api.classification.Classifier;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.classify.words.WordRule.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Suggests what a ticket is about by the words in its subject and description (CL1). */
@Component(service = {Classifier.class, PluginHealth.class})
@Designate(ocd = WordSettings.class)
@SwitchboardPlugin(socket = "Classifier")
@SwitchboardPlugin(socket = "PluginHealth")
public final class ClassifyByWords implements Classifier, PluginHealth {
    private static final int MOST_RULES = 200;
    private static final double BY_SUBJECT = 0.9;
    private static final double BY_TEXT = 0.7;
    private static final int NAMED = 3;

    private final List<WordRule> rules = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Takes the settings. */
    @Activate
    public ClassifyByWords(WordSettings settings) {
        this(settings.rules());
    }

    ClassifyByWords(String... lines) {
        Arrays.stream(lines).filter(line -> !line.isBlank()).limit(MOST_RULES).forEach(line -> {
            try {
                rules.add(WordRule.of(line));
            } catch (IllegalArgumentException mistake) {
                mistakes.add(
                        "'" + line.strip().substring(0, Math.min(line.strip().length(), 60)) + "': "
                                + mistake.getMessage());
            }
        });
    }

    @Override
    public Optional<Suggestion> classify(Ticket ticket) {
        Words subject = Words.of(ticket.subject());
        Words all = Words.of(ticket.subject(), ticket.description());
        Map<Field, String> told = new EnumMap<>(Field.class);
        Set<String> phrases = new LinkedHashSet<>();
        double confidence = BY_SUBJECT;
        for (WordRule rule : rules) {
            Optional<String> phrase = rule.in(all);
            if (phrase.isPresent() && !told.keySet().containsAll(rule.tells().keySet())) {
                rule.tells().forEach(told::putIfAbsent);
                phrases.add("'" + phrase.get() + "'");
                confidence = rule.in(subject).isPresent() ? confidence : BY_TEXT;
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(suggestion(told, confidence, phrases));
    }

    private static Suggestion suggestion(Map<Field, String> told, double confidence, Set<String> phrases) {
        return new Suggestion(
                one(TicketType.values(), TicketType::id, told.get(Field.TYPE)),
                told.get(Field.CATEGORY),
                told.get(Field.PRODUCT),
                one(Level.values(), Level::id, told.get(Field.IMPACT)),
                one(Level.values(), Level::id, told.get(Field.URGENCY)),
                null,
                confidence,
                "It has the words "
                        + String.join(", ", phrases.stream().limit(NAMED).toList()));
    }

    private static <T> @Nullable T one(T[] all, Function<T, String> id, @Nullable String wanted) {
        return Arrays.stream(all)
                .filter(value -> id.apply(value).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    @Override
    public State check() {
        return mistakes.isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "Rules that are not understood, so that they tell nothing: "
                                + String.join(
                                        "; ", mistakes.stream().limit(NAMED).toList()));
    }
}
