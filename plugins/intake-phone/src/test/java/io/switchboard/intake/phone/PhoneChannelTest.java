package io.switchboard.intake.phone;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

class PhoneChannelTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new PhoneChannel();
    }
}
