package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.report.Report;
import io.switchboard.api.report.Report.Table;
import io.switchboard.testkit.data.HostileTexts;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Report} must do. */
public interface ReportContract {
    /** Returns the report under test. */
    Report testee();

    /** The id is a path element. */
    @Test
    default void hasAStableId() throws Exception {
        Checks.id(() -> testee().id(), 40);
    }

    /** A person reads the title. */
    @Test
    default void hasATitleForPeople() {
        Checks.line(testee().title(), "title");
    }

    /** Every row has a cell for every column, whatever the days and parameters. */
    @Test
    default void fillsEveryColumn() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        check(testee().compute(day, day, Map.of()));
        check(testee().compute(day.minusYears(30), day.plusYears(30), Map.of()));
        HostileTexts.all().forEach(text -> check(testee().compute(day, day.plusDays(1), Map.of("team", text))));
    }

    private static void check(Table table) {
        assertThat(table.columns()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
    }
}
