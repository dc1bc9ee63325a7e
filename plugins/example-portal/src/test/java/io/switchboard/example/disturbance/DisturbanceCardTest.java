package io.switchboard.example.disturbance;

import io.switchboard.api.ui.UiContribution;
import io.switchboard.testkit.UiContributionContract;

class DisturbanceCardTest implements UiContributionContract {
    @Override
    public UiContribution testee() {
        return new DisturbanceCard();
    }
}
