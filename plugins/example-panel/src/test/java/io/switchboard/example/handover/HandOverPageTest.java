package io.switchboard.example.handover;

import io.switchboard.api.ui.UiContribution;
import io.switchboard.testkit.UiContributionContract;

class HandOverPageTest implements UiContributionContract {
    @Override
    public UiContribution testee() {
        return new HandOverPage();
    }
}
