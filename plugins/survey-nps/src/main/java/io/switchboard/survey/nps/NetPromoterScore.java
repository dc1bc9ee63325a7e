package io.switchboard.survey.nps;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.metatype.annotations.Designate;

/** Asks how likely customers are to recommend the desk, after those interactions that a rule selects (SU1). */
@Component(service = {SurveyProvider.class, SurveySelection.class, PluginHealth.class})
@ServiceRanking(100) // so that it has a say before surveys that everybody gets
@Designate(ocd = NpsSettings.class)
@SwitchboardPlugin(socket = "SurveyProvider")
@SwitchboardPlugin(socket = "SurveySelection")
@SwitchboardPlugin(socket = "PluginHealth")
public final class NetPromoterScore implements SurveyProvider, SurveySelection, PluginHealth {
    private static final String ID = "nps";
    private static final String LIKELY = "likely";
    private static final int PROMOTER = 9;

    private final Directory directory;
    private final Rule rule;
    private final int low;

    /** Takes the settings. */
    @Activate
    public NetPromoterScore(NpsSettings settings, @Reference Directory directory) {
        this(
                directory,
                new Rule(
                        settings.chance(),
                        Duration.ofDays(settings.quietDays()),
                        stripped(settings.organizations()),
                        stripped(settings.categories()),
                        stripped(settings.exceptChannels())),
                settings.low());
    }

    NetPromoterScore(Directory directory, Rule rule, int low) {
        this.directory = directory;
        this.rule = rule;
        this.low = low;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Survey survey(Ticket ticket, Customer customer, String language) {
        NpsText text = NpsText.of(language);
        return new Survey(
                edition(),
                text.language(),
                text.title(),
                List.of(
                        new Question(LIKELY, text.likely(), Kind.ZERO_TO_TEN, true, text.least(), text.most()),
                        new Question("reason", text.reason(), Kind.TEXT, false, null, null)),
                new Scale(LIKELY, low, PROMOTER));
    }

    /** A minus would be read as a hyphen. */
    private String edition() {
        return low < 0 ? "1-nolow" : "1-low" + low;
    }

    @Override
    public Optional<String> select(SelectionQuestion question) {
        return question.surveys().contains(ID) && rule.holds(question, directory) ? Optional.of(ID) : Optional.empty();
    }

    @Override
    public State check() {
        return rule.chance() > 0
                ? State.WELL
                : new State(Grade.YELLOW, "Nobody is asked: the setting 'chance' is 0. Raise it, or stop the plugin.");
    }

    private static List<String> stripped(String[] lines) {
        return Arrays.stream(lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
