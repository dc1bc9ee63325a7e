package io.switchboard.core.desk.configuration;

import static io.switchboard.core.desk.Refusals.refused;
import static io.switchboard.core.lifecycle.Profiles.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.lifecycle.ProfileFile;
import io.switchboard.core.lifecycle.ProfileFile.Entry;
import io.switchboard.core.lifecycle.Profiles;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lifecycle profile of an administrator must be (ST4). */
class ProfileCheckTest {
    private static final Entry RECEIVED = entry("received", "intake", "system", "initial", "open");
    private static final Entry OPEN = entry("open", "working", "agent", "active", "archived");
    private static final Entry ARCHIVED = entry("archived", "resolution", "system", "done");

    @Test
    void whatTheDeskBringsIsValidAndSoIsAReview() {
        ProfileFile review = Profiles.review("review");
        assertThat(new ProfileCheck(review).profile()).isEqualTo(review.profile());
        new Lifecycle()
                .profiles()
                .forEach(profile -> assertThat(new ProfileCheck(ProfileFile.of(profile)).profile())
                        .isEqualTo(profile));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("statuses", List.of(RECEIVED)),
                Arguments.of(
                        "statuses",
                        IntStream.range(0, 31)
                                .mapToObj(index -> entry("s" + index, "intake", "system", "active"))
                                .toList()),
                Arguments.of("statuses[1].id", with(entry("Open!", "working", "agent", "active", "archived"))),
                Arguments.of("statuses[1].stage", with(entry("open", "cooking", "agent", "active", "archived"))),
                Arguments.of("statuses[1].nextMove", with(entry("open", "working", "", "active", "archived"))),
                Arguments.of("statuses[1].category", with(entry("open", "working", "agent", "busy", "archived"))),
                Arguments.of("statuses[1].name", with(named(" "))),
                Arguments.of("statuses[1].name", with(named("n".repeat(81)))),
                Arguments.of("statuses[1].runningClocks", with(clocked("First Response"))),
                Arguments.of(
                        "statuses[1].next[1]", with(entry("open", "working", "agent", "active", "archived", "no"))),
                Arguments.of("statuses[1].next[0]", with(entry("open", "working", "agent", "active", "open"))),
                Arguments.of(
                        "statuses[1].next[1]",
                        with(entry("open", "working", "agent", "active", "archived", "archived"))),
                Arguments.of("statuses[1].category", with(entry("open", "working", "agent", "initial", "archived"))),
                Arguments.of("statuses[0].category", List.of(OPEN, RECEIVED, ARCHIVED)),
                Arguments.of("statuses[0].next", with(entry("open", "working", "agent", "waiting", "archived"))),
                Arguments.of(
                        "statuses[2].category",
                        List.of(RECEIVED, OPEN, entry("archived", "working", "agent", "active"))),
                Arguments.of(
                        "statuses",
                        List.of(
                                RECEIVED,
                                entry("open", "working", "agent", "active", "done"),
                                entry("done", "resolution", "system", "done", "open"))),
                Arguments.of(
                        "statuses[3]",
                        List.of(RECEIVED, OPEN, ARCHIVED, entry("idle", "working", "agent", "active", "open"))),
                Arguments.of(
                        "statuses[3].next",
                        List.of(
                                RECEIVED,
                                entry("open", "working", "agent", "active", "archived", "stuck"),
                                ARCHIVED,
                                entry("stuck", "working", "agent", "active"))));
    }

    private static List<Entry> with(Entry open) {
        return List.of(RECEIVED, open, ARCHIVED);
    }

    private static Entry named(String name) {
        return new Entry("open", name, "working", "agent", "active", Set.of(), List.of("archived"));
    }

    private static Entry clocked(String clock) {
        return new Entry("open", "Open", "working", "agent", "active", Set.of(clock), List.of("archived"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("faults")
    void whatIsWrongIsNamed(String field, List<Entry> statuses) {
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> check("own", "Own", statuses))
                        .fields())
                .extracting(FieldError::field)
                .contains(field);
    }

    @Test
    void theIdAndTheNameAreCheckedWithTheRest() {
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> check("My own", "", List.of(RECEIVED)))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("id", "name", "statuses");
    }

    private static void check(String id, String name, List<Entry> statuses) {
        new ProfileCheck(new ProfileFile(id, name, statuses)).profile();
    }
}
