package io.switchboard.intake.monitoring;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

class MonitoringChannelTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new MonitoringChannel();
    }
}
