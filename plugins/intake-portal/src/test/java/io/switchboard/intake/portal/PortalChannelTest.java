package io.switchboard.intake.portal;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

class PortalChannelTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new PortalChannel();
    }
}
