package io.switchboard.intake.chat;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

class ChatChannelTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new ChatChannel();
    }
}
