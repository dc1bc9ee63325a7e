package io.switchboard.handle.bug;

import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a tracker is told: what an agent wrote for it, and which ticket of which desk it is about. What customers wrote is told only
 * if the settings say so, and never of a confidential ticket.
 */
@Component(service = ReportText.class)
public final class ReportText {
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int LONGEST_TITLE = 200;

    private final BugRules rules;
    private final Directory directory;
    private final PluginContext context;

    /** Makes it. */
    @Activate
    public ReportText(@Reference BugRules rules, @Reference Directory directory, @Reference PluginContext context) {
        this.rules = rules;
        this.directory = directory;
        this.context = context;
    }

    NewReport of(Defect defect, Ticket ticket) {
        Discretion discretion = Discretion.about(ticket, directory);
        String described = discretion.clean(BugRules.said(ticket, BugRules.DESCRIPTION));
        boolean customersWords = rules.passesCustomersWordsOn() && !ticket.confidential();
        List<String> body = new ArrayList<>();
        if (!rest(described).isEmpty()) {
            body.add(rest(described) + "\n");
        }
        body.addAll(facts(ticket));
        if (customersWords) {
            body.addAll(told(ticket, discretion));
        }
        String title = !described.isEmpty()
                ? firstLine(described)
                : customersWords
                        ? discretion.clean(ticket.subject())
                        : "Defect" + product(ticket) + ", " + ticket.number();
        return new NewReport(defect.key(), ticket.id(), line(title), String.join("\n", body), rules.severity(ticket));
    }

    /** What the tracker is told when another ticket joins. */
    String another(Ticket ticket) {
        return "Another ticket of the same defect: " + name(ticket) + ", priority "
                + ticket.classification().priority().id() + ".";
    }

    private List<String> facts(Ticket ticket) {
        Classification classification = ticket.classification();
        List<String> facts = new ArrayList<>(List.of(
                "* Ticket: " + name(ticket),
                "* Priority: " + classification.priority().id()));
        if (classification.product() != null) {
            facts.add("* Product: " + classification.product());
        }
        if (classification.category() != null) {
            facts.add("* Category: " + classification.category());
        }
        return facts;
    }

    private static List<String> told(Ticket ticket, Discretion discretion) {
        Circumstances circumstances = ticket.circumstances();
        List<String> told = new ArrayList<>(List.of("* Subject: " + discretion.clean(ticket.subject())));
        if (!circumstances.affectedSystems().isEmpty()) {
            told.add("* Affected: " + discretion.clean(String.join(", ", circumstances.affectedSystems())));
        }
        String errors = circumstances.errorMessages();
        if (errors != null) {
            told.add("\n    " + discretion.clean(errors).strip().replace("\n", "\n    "));
        }
        return told;
    }

    private String name(Ticket ticket) {
        return ticket.number() + " of " + context.publicAddress();
    }

    private static String product(Ticket ticket) {
        String product = ticket.classification().product();
        return product == null ? "" : " in " + product;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String rest(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end).strip();
    }

    private static String line(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }
}
