package io.switchboard.assign.certified;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings as they were understood.
 *
 * @param demands which certificates tickets ask for
 * @param validity for how long certificates hold
 * @param warningDays how many days before a certificate runs out health tells of it
 * @param unreadable lines of the settings that could not be read
 */
record Rules(Demands demands, Validity validity, int warningDays, List<String> unreadable) {
    Rules {
        unreadable = List.copyOf(unreadable);
    }

    /** Reads the settings. */
    static Rules read(CertifiedSettings settings) {
        return read(
                List.of(settings.always()),
                List.of(settings.categories()),
                List.of(settings.teams()),
                settings.months(),
                List.of(settings.otherMonths()),
                settings.warningDays());
    }

    /** Reads them as they stand in the form. */
    static Rules read(
            List<String> always,
            List<String> categories,
            List<String> teams,
            int months,
            List<String> otherMonths,
            int warningDays) {
        Lines lines = new Lines();
        Demands demands = new Demands(
                lines.certificates(always), lines.certificatesByKey(categories), lines.certificatesByKey(teams));
        Validity validity = new Validity(Math.max(0, months), lines.monthsByCertificate(otherMonths));
        return new Rules(demands, validity, warningDays, lines.unreadable());
    }

    /** Returns every certificate that any ticket may ask for, in the order of their ids. */
    Set<String> asked() {
        Set<String> all = new TreeSet<>(demands.always());
        demands.categories().values().forEach(all::addAll);
        demands.teams().values().forEach(all::addAll);
        return all;
    }
}
