package io.switchboard.handle.bug;

/** What agents read in notes. */
final class Words {
    private Words() {}

    static String reported(Defect defect) {
        return "The defect is reported as " + defect.reference() + ": " + defect.address()
                + "\nThe ticket waits for the decision of the tracker, and comes back with it.";
    }

    static String decision(Defect defect) {
        String outcome = switch (defect.state()) {
            case "fixed" -> "it is repaired";
            case "declined" -> "it will not be repaired, or is no defect";
            default -> "the report is gone from the tracker";
        };
        return "The tracker says '" + defect.stateName() + "' of " + defect.reference() + ": " + outcome + ". "
                + defect.address();
    }

    static String takenUpAgain(Defect defect) {
        return "The tracker has taken " + defect.reference() + " up again, it is '" + defect.stateName() + "': "
                + defect.address();
    }
}
