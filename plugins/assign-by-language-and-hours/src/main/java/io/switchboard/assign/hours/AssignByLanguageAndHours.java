package io.switchboard.assign.hours;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Scores two things, each from 0 to 100, and takes their mean by the shares of the settings.
 *
 * <p>Language: 100 for an agent who has the ticket's language (if it is unknown, the requester's) among theirs, else 0.
 * Only the language itself counts: {@code de-AT} is spoken by who speaks {@code de}. Hours: 100 for an agent who is at
 * work, by the clock of their own time zone; else 50 for one who comes at once, falling to 0 for one who comes in 24
 * hours or later. What does not tell candidates apart, because no language is known or nobody has working hours, is left
 * out of the reckoning.
 */
@Component(service = {AssignmentRule.class, PluginHealth.class})
@Designate(ocd = LanguageAndHoursSettings.class)
@SwitchboardPlugin(socket = "AssignmentRule")
@SwitchboardPlugin(socket = "PluginHealth")
public final class AssignByLanguageAndHours implements AssignmentRule, PluginHealth {
    private static final double BEST = 100;
    private static final double COMES_SOON = 50;
    private static final Duration A_DAY = Duration.ofHours(24);

    private final int languageShare;
    private final int hoursShare;
    private final boolean otherLanguageExcluded;
    private final boolean offHoursExcluded;
    private final boolean somebodyKept;

    /** Takes the settings. */
    @Activate
    public AssignByLanguageAndHours(LanguageAndHoursSettings settings) {
        this(
                settings.languageShare(),
                settings.hoursShare(),
                settings.otherLanguageExcluded(),
                settings.offHoursExcluded(),
                settings.somebodyKept());
    }

    AssignByLanguageAndHours(
            int languageShare,
            int hoursShare,
            boolean otherLanguageExcluded,
            boolean offHoursExcluded,
            boolean somebodyKept) {
        this.languageShare = Math.max(0, languageShare);
        this.hoursShare = Math.max(0, hoursShare);
        this.otherLanguageExcluded = otherLanguageExcluded;
        this.offHoursExcluded = offHoursExcluded;
        this.somebodyKept = somebodyKept;
    }

    /** What is asked of each candidate alike: which language, or null; whether hours count; what excludes. */
    private record Demand(@Nullable String language, boolean hours, boolean excludesOthers, boolean excludesOffHours) {}

    @Override
    public String name() {
        return "Language and hours";
    }

    @Override
    public List<CandidateScore> score(AssignmentQuestion question) {
        Demand demand = demand(question);
        if (demand.language() == null && !demand.hours()) {
            return List.of();
        }
        return question.candidates().stream()
                .map(candidate -> score(candidate, demand, question.now()))
                .toList();
    }

    @Override
    public State check() {
        boolean says = languageShare > 0 || hoursShare > 0 || otherLanguageExcluded || offHoursExcluded;
        return says
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "Neither language nor hours count: give one of them a share, have one leave agents out, or remove it");
    }

    private Demand demand(AssignmentQuestion question) {
        @Nullable String language = languageShare == 0 && !otherLanguageExcluded ? null : language(question);
        boolean hours = (hoursShare > 0 || offHoursExcluded)
                && question.candidates().stream()
                        .anyMatch(candidate -> WorkingWeek.of(candidate.agent()).limited());
        List<Candidate> able = question.candidates().stream()
                .filter(candidate -> !candidate.absent())
                .filter(candidate -> !question.seniorOnly() || candidate.agent().senior())
                .toList();
        List<Candidate> speaking = able.stream()
                .filter(candidate -> language != null && speaks(candidate, language))
                .toList();
        boolean excludesOthers = otherLanguageExcluded && (!somebodyKept || !speaking.isEmpty());
        List<Candidate> left = language != null && excludesOthers ? speaking : able;
        boolean working = left.stream().anyMatch(candidate -> works(candidate, question.now()));
        return new Demand(language, hours, excludesOthers, offHoursExcluded && (!somebodyKept || working));
    }

    private CandidateScore score(Candidate candidate, Demand demand, Instant now) {
        PersonId agent = candidate.agent().id();
        double sum = 0;
        int shares = 0;
        String reason = "";
        @Nullable String language = demand.language();
        if (language != null) {
            boolean speaks = speaks(candidate, language);
            reason = (speaks ? "speaks " : "does not speak ") + name(language);
            if (!speaks && demand.excludesOthers()) {
                return CandidateScore.veto(agent, reason);
            }
            sum += languageShare * (speaks ? BEST : 0);
            shares += languageShare;
        }
        if (demand.hours()) {
            boolean works = works(candidate, now);
            String when = works ? "is at work" : away(candidate, now);
            if (!works && demand.excludesOffHours()) {
                return CandidateScore.veto(agent, when);
            }
            reason = reason.isEmpty() ? when : reason + " and " + when;
            sum += hoursShare * (works ? BEST : soon(candidate, now));
            shares += hoursShare;
        }
        return CandidateScore.of(agent, shares == 0 ? 0 : Math.min(BEST, sum / shares), reason);
    }

    private static boolean works(Candidate candidate, Instant now) {
        return !candidate.absent() && WorkingWeek.of(candidate.agent()).covers(now);
    }

    private static String away(Candidate candidate, Instant now) {
        if (candidate.absent()) {
            return "is away";
        }
        return WorkingWeek.of(candidate.agent())
                .until(now)
                .map(wait -> "is not at work for another " + words(wait))
                .orElse("is not at work");
    }

    private static String words(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
    }

    private static double soon(Candidate candidate, Instant now) {
        if (candidate.absent()) {
            return 0;
        }
        return WorkingWeek.of(candidate.agent())
                .until(now)
                .map(wait -> Math.max(0, COMES_SOON * (1 - (double) wait.toSeconds() / A_DAY.toSeconds())))
                .orElse(0.0);
    }

    private static boolean speaks(Candidate candidate, String language) {
        return candidate.agent().languages().stream().anyMatch(tag -> language.equals(primary(tag)));
    }

    private static @Nullable String language(AssignmentQuestion question) {
        @Nullable String written = primary(question.language());
        return written == null ? primary(question.requester().language()) : written;
    }

    /** Returns the language of a BCP 47 tag without region and script, or null if it names none. */
    private static @Nullable String primary(@Nullable String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? null : language;
    }

    private static String name(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }
}
