package io.switchboard.intake.portal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with a form.
 *
 * @param field the name of the field on the page; empty if it is none of one field
 * @param sentence what is wrong with it
 */
record Fault(String field, String sentence) {
    /** Returns the sentence for each field that something is wrong with. */
    static Map<String, String> byField(Collection<Fault> faults) {
        return faults.stream()
                .filter(fault -> !fault.field().isEmpty())
                .collect(Collectors.toMap(Fault::field, Fault::sentence, (first, second) -> first));
    }
}
