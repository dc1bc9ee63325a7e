package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "must be given | missing | {}",
                "must be given, with at most 100 plugins | missing | {}",
                "must not be empty; or give a telephone number | missing | {}",
                "must have at most 300 characters | too-long | {most=300}",
                "is not one line of at most 80 characters | too-long | {most=80}",
                "must have at most 50 entries, and none that is null | too-many | {most=50}",
                "must be at most 10 files | too-many | {most=10}",
                "cannot be added: the ticket has 100 tasks | too-many | {limit=100}",
                "must name 1 to 200 tickets | number-of-entries | {least=1, most=200}",
                "must be a whole number from 30 to 36600; leave the rule out to keep | out-of-range | {least=30, most=36600}",
                "must be a number from 0 to 1 | out-of-range | {least=0, most=1}",
                "must be one of [reply, note] | not-a-choice | {choices=reply, note}",
                "must be nothing, task or reopen | not-a-choice | {words=nothing, task or reopen}",
                "must be the id of a team | not-there | {}",
                "must be a team of this desk | not-there | {}",
                "must be named by categories and products; there is no lamps | not-there | {}",
                "is not known here | unknown | {}",
                "must be a mail address, for example ada@example.org | mail-address | {}",
                "must be a mail domain, for example example.org | mail-domain | {}",
                "must be a telephone number with at least 3 digits and at most 80 characters | telephone-number | {}",
                "must be a time such as 2026-03-01T12:00:00Z | time | {example=2026-03-01T12:00:00Z}",
                "must be a time of the day such as 22:00 | time | {example=22:00}",
                "must be a time within the next ten years | time-range | {}",
                "must be a duration such as PT4H or P3D | duration | {example=PT4H or P3D}",
                "must be a BCP 47 tag, for example de or pt-BR | language | {}",
                "must be a time zone such as Europe/Berlin | time-zone | {}",
                "must not hold the character U+0000 | characters | {}",
                "must be ids of lower-case letters, digits, _ and -, joined by / | id-form | {}",
                "must be at most 20 ids of skills: lower-case letters, digits, _ and - | id-form | {most=20}",
                "must be true or false | type | {}",
                "must be a list of texts | type | {}",
                "must have at least 12 characters and not be the address | password | {least=12}",
                "must be the present code of your authenticator app | authenticator | {}",
                "must name each ticket once | repeated | {}",
            })
    void theKindIsFoundByTheSentence(String message, String code, String parameters) {
        FieldError error = new FieldError("here", message);
        FieldFault fault = FieldFault.of(error).orElseThrow();
        assertThat(fault.id()).isEqualTo(code);
        assertThat(fault.parameters(error)).hasToString(parameters);
    }

    @Test
    void aProblemTellsTheKindBesideTheSentenceIfItHasOne() {
        String known = json(SwitchboardException.field("subject", "must have at most 300 characters"));
        assertThat(known)
                .contains(
                        "{\"field\":\"subject\",\"message\":\"must have at most 300 characters\",\"code\":\"too-long\","
                                + "\"parameters\":{\"most\":\"300\"}}");
        assertThat(json(SwitchboardException.field("lamp", "has burnt out")))
                .contains("{\"field\":\"lamp\",\"message\":\"has burnt out\"}");
    }

    private static String json(SwitchboardException refusal) {
        return new String(ProblemDocument.of(refusal).toJson(null), StandardCharsets.UTF_8);
    }
}
