package io.switchboard.example;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

class FrontDeskTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new FrontDesk();
    }
}
