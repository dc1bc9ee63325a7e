package io.switchboard.core.desk.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.lifecycle.ProfileFile;
import io.switchboard.core.lifecycle.ProfileFile.Entry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says all that is wrong with a lifecycle profile as an administrator wants it. */
final class ProfileCheck {
    private static final int STATUSES = 30;
    private static final int NAME = 80;
    private static final int CLOCKS = 10;
    private static final Pattern PROFILE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    /** What these ids mean is known beyond the lifecycle: to those who close tickets, to events and to plugins. */
    private static final Set<String> ENDS = Set.of("resolved", "closed", "archived");

    private final ProfileFile wanted;
    private final List<Entry> statuses;
    private final Limits limits = new Limits();

    ProfileCheck(ProfileFile wanted) {
        this.wanted = wanted;
        this.statuses = wanted.statuses();
    }

    /**
     * Returns the profile.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong
     */
    LifecycleProfile profile() {
        if (!PROFILE.matcher(wanted.id()).matches()) {
            limits.wrong("id", "must be a lower-case letter followed by up to 39 letters, digits, _ and -");
        }
        limits.line("name", wanted.name(), NAME);
        if (statuses.size() < 2 || statuses.size() > STATUSES) {
            limits.wrong("statuses", "must be 2 to " + STATUSES).check();
        }
        for (int index = 0; index < statuses.size(); index++) {
            words(place(index), statuses.get(index));
            next(index);
        }
        limits.check();
        beginning();
        ways();
        limits.check();
        return wanted.profile();
    }

    private static String place(int index) {
        return "statuses[" + index + "]";
    }

    private void words(String place, Entry status) {
        if (!WORD.matcher(status.id()).matches()) {
            limits.wrong(place + ".id", "must be lower-case words joined by underscores, 40 characters at most");
        } else if (statuses.stream()
                        .filter(other -> other.id().equals(status.id()))
                        .count()
                > 1) {
            limits.wrong(place + ".id", "must not be the id of another status as well");
        }
        limits.line(place + ".name", status.name(), NAME);
        known(place + ".stage", status.stage(), Stage::of);
        known(place + ".nextMove", status.nextMove(), NextMove::of);
        known(place + ".category", status.category(), StatusCategory::of);
        if (ENDS.contains(status.id()) && !is(status, StatusCategory.DONE)) {
            limits.wrong(place + ".category", "must be done for the id " + status.id());
        }
        if (status.clocks().size() > CLOCKS
                || !status.clocks().stream()
                        .allMatch(clock -> WORD.matcher(clock).matches())) {
            limits.wrong(
                    place + ".runningClocks",
                    "must be at most " + CLOCKS + " kinds of deadline, such as first_response");
        }
    }

    private interface Reading {
        Object of(String id, String field);
    }

    private void known(String field, String id, Reading reading) {
        try {
            reading.of(id, field);
        } catch (SwitchboardException unknown) {
            unknown.fields().forEach(error -> limits.wrong(error.field(), error.message()));
        }
    }

    private void next(int index) {
        Entry status = statuses.get(index);
        List<String> next = status.next();
        for (int edge = 0; edge < next.size() && edge <= STATUSES; edge++) {
            String to = next.get(edge);
            String field = place(index) + ".next[" + edge + "]";
            if (statuses.stream().noneMatch(other -> other.id().equals(to))) {
                limits.wrong(field, "must be the id of a status of this profile");
            } else if (to.equals(status.id()) || next.indexOf(to) < edge) {
                limits.wrong(field, "must name another status, and each only once");
            }
        }
    }

    private void beginning() {
        for (int index = 0; index < statuses.size(); index++) {
            if (is(statuses.get(index), StatusCategory.INITIAL) != (index == 0)) {
                limits.wrong(
                        place(index) + ".category",
                        index == 0
                                ? "must be initial, because a ticket begins in the first status"
                                : "must not be initial, because a ticket begins in the first status");
            }
        }
        List<String> first = statuses.get(0).next();
        if (first.isEmpty() || statuses.stream().noneMatch(status -> isActive(status, first.get(0)))) {
            limits.wrong(
                    place(0) + ".next",
                    "must begin with a status of the category active, which a ticket gets when somebody is given it");
        }
    }

    private static boolean isActive(Entry status, String id) {
        return status.id().equals(id) && is(status, StatusCategory.ACTIVE);
    }

    private static boolean is(Entry status, StatusCategory category) {
        return status.category().equals(category.id());
    }

    private void ways() {
        Predicate<Entry> end = status -> status.next().isEmpty() && is(status, StatusCategory.DONE);
        List<String> ends = statuses.stream().filter(end).map(Entry::id).toList();
        if (ends.isEmpty()) {
            limits.wrong("statuses", "must have one of the category done from which nothing follows, such as archived");
            return;
        }
        Set<String> reached = reached(List.of(statuses.get(0).id()), this::after);
        Set<String> ending = reached(ends, this::before);
        for (int index = 0; index < statuses.size(); index++) {
            String id = statuses.get(index).id();
            if (!reached.contains(id)) {
                limits.wrong(place(index), "cannot be reached; name " + id + " in next of another status");
            }
            if (!ending.contains(id)) {
                limits.wrong(place(index) + ".next", "must lead on some way to " + String.join(" or ", ends));
            }
        }
    }

    private static Set<String> reached(Collection<String> start, Function<String, List<String>> edges) {
        Set<String> reached = new HashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            edges.apply(open.remove()).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private List<String> after(String id) {
        return statuses.stream()
                .filter(status -> status.id().equals(id))
                .flatMap(status -> status.next().stream())
                .toList();
    }

    private List<String> before(String id) {
        return statuses.stream()
                .filter(status -> status.next().contains(id))
                .map(Entry::id)
                .toList();
    }
}
