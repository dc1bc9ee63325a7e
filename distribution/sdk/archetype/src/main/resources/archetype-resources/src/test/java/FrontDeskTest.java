package ${package};

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.testkit.IntakeChannelContract;

/** What every channel must do. */
class FrontDeskTest implements IntakeChannelContract {
    @Override
    public IntakeChannel testee() {
        return new FrontDesk("Front desk");
    }
}
