package io.switchboard.example.handover;

import io.switchboard.api.ui.UiContribution;
import io.switchboard.testkit.UiContributionContract;

class HandOverPanelTest implements UiContributionContract {
    @Override
    public UiContribution testee() {
        return new HandOverPanel();
    }
}
