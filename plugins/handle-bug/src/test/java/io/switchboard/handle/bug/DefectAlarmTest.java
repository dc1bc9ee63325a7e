package io.switchboard.handle.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.AlarmContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.fake.ManualClockwork.SetTimer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefectAlarmTest implements AlarmContract, PluginHealthContract {
    private final BugBench bench = BugBench.usual();
    private final Ticket ticket = bench.there(bench.inWork(1));

    @Override
    public DefectAlarm testee() {
        return bench.alarm;
    }

    /** The one that tells a ticket that its defect is reported. */
    @Override
    public SetTimer timer() {
        try {
            bench.tag(ticket, BugBench.TAG, true);
            for (String prefix : List.of(Defects.ADMIT, Defects.ASK)) {
                SetTimer due = first(prefix);
                bench.alarm.ring(due.key(), due.ticket(), due.payload());
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return first(Defects.TELL);
    }

    private SetTimer first(String prefix) {
        return bench.clockwork.timers().stream()
                .filter(timer -> timer.key().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Object effect() {
        return List.of(
                bench.notes(ticket), bench.trackers.reported(), bench.trackers.comments(), bench.escalations.made());
    }

    @Test
    void whatWaitsForATrackerIsToldUntilItIsThereAgain() throws Exception {
        assertThat(testee().check().grade()).isEqualTo(Grade.GREEN);
        bench.trackers.away(Duration.ZERO);
        bench.confirm(ticket);
        assertThat(testee().check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(testee().check().message()).contains("being mended", "1 defects", "2026");
        bench.trackers.away(null);
        bench.pass(Duration.ofMinutes(1));
        assertThat(testee().check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void aTeamThatIsNotThereIsToldAndTheRestHolds() throws Exception {
        BugBench astray = new BugBench(Map.of("team", "Nobody"), "github");
        assertThat(astray.alarm.check().message()).contains("no team of the setting 'team'");
        Ticket stays = astray.there(astray.inWork(1));
        astray.confirm(stays);
        assertThat(astray.now(stays).team()).isEqualTo(stays.team());
        assertThat(astray.trackers.reported()).hasSize(1);
        assertThat(new BugBench(Map.of("team", ""), "github").alarm.check().grade())
                .isEqualTo(Grade.GREEN);
    }
}
