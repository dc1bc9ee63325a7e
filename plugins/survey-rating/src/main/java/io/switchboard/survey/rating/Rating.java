package io.switchboard.survey.rating;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Team;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Survey.Scale;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Asks for one to five stars and a comment (SU1), of whoever no other selection has chosen for another survey. */
@Component(service = {SurveyProvider.class, SurveySelection.class, PluginHealth.class})
@Designate(ocd = RatingSettings.class)
@SwitchboardPlugin(socket = "SurveyProvider")
@SwitchboardPlugin(socket = "SurveySelection")
@SwitchboardPlugin(socket = "PluginHealth")
public final class Rating implements SurveyProvider, SurveySelection, PluginHealth {
    private static final String ID = "rating";
    private static final String STARS = "stars";
    private static final int CONTENT = 4;

    private final Directory directory;
    private final int low;
    private final boolean comment;
    private final Duration quiet;
    private final List<String> exceptTeams;
    private final List<String> exceptChannels;

    /** Takes the settings. */
    @Activate
    public Rating(RatingSettings settings, @Reference Directory directory) {
        this(
                directory,
                settings.low(),
                settings.comment(),
                Duration.ofDays(settings.quietDays()),
                stripped(settings.exceptTeams()),
                stripped(settings.exceptChannels()));
    }

    Rating(
            Directory directory,
            int low,
            boolean comment,
            Duration quiet,
            List<String> exceptTeams,
            List<String> exceptChannels) {
        this.directory = directory;
        this.low = low;
        this.comment = comment;
        this.quiet = quiet;
        this.exceptTeams = exceptTeams;
        this.exceptChannels = exceptChannels;
    }

    @Override
    public String id() {
        return ID;
    }

    /** The edition tells how much is low and what is asked: answers to other editions are counted, but known apart. */
    @Override
    public Survey survey(Ticket ticket, Customer customer, String language) {
        RatingText text = RatingText.of(language);
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(STARS, text.stars(), Kind.STARS, true, text.least(), text.most()));
        if (comment) {
            questions.add(new Question("comment", text.comment(), Kind.TEXT, false, null, null));
        }
        String edition = "1-low" + low + (comment ? "-comment" : "");
        return new Survey(edition, text.language(), text.title(), questions, new Scale(STARS, low, CONTENT));
    }

    @Override
    public Optional<String> select(SelectionQuestion question) {
        Instant last = question.lastAskedAt();
        boolean asked = question.surveys().contains(ID)
                && !exceptChannels.contains(question.ticket().channel())
                && exceptTeams.stream().noneMatch(name -> names(name, question.ticket()))
                && (last == null || !last.plus(quiet).isAfter(question.now()));
        return asked ? Optional.of(ID) : Optional.empty();
    }

    private static boolean names(String name, Ticket ticket) {
        Ticket.TeamReference team = ticket.team();
        return team != null
                && (team.name().equalsIgnoreCase(name) || team.id().toString().equals(name));
    }

    @Override
    public State check() {
        List<Team> teams = exceptTeams.isEmpty() ? List.of() : directory.teams();
        return exceptTeams.stream()
                .filter(name -> teams.stream()
                        .noneMatch(team -> team.name().equalsIgnoreCase(name)
                                || team.id().toString().equals(name)))
                .findFirst()
                .map(name -> new State(
                        Grade.YELLOW,
                        "There is no team '" + name.replaceAll("\\p{Cntrl}", " ")
                                + "' of the setting 'exceptTeams'. Make the team, or name another."))
                .orElse(State.WELL);
    }

    private static List<String> stripped(String[] lines) {
        return Arrays.stream(lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
