package io.switchboard.example.disturbance;

import io.switchboard.api.ui.UiContribution;
import io.switchboard.testkit.UiContributionContract;

class PlaceFieldTest implements UiContributionContract {
    @Override
    public UiContribution testee() {
        return new PlaceField();
    }
}
