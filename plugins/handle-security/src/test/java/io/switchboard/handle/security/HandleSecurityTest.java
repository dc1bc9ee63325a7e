package io.switchboard.handle.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.people.Team;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.SpecialHandlingContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import io.switchboard.testkit.fake.InMemoryDirectory;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleSecurityTest implements SpecialHandlingContract, PluginHealthContract {
    private static final Team SECURITY = new Team(SampleIds.team(7), "Security", null, 3, false);

    private final InMemoryDirectory directory = new InMemoryDirectory().add(SECURITY);
    private final HandleSecurity handling = new HandleSecurity(directory, new Defaults("hide"));

    /** The settings as they come. */
    private static final class Defaults implements SecuritySettings {
        private final String withoutTeam;

        Defaults(String withoutTeam) {
            this.withoutTeam = withoutTeam;
        }

        @Override
        public String team() {
            return "security";
        }

        @Override
        public String withoutTeam() {
            return withoutTeam;
        }

        @Override
        public String[] categories() {
            return new String[] {"security"};
        }

        @Override
        public String[] keywords() {
            return (String[]) given("keywords");
        }

        @Override
        public String[] secrets() {
            return (String[]) given("secrets");
        }

        @Override
        public String lowestPriority() {
            return (String) given("lowestPriority");
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SecuritySettings.class;
        }

        private static Object given(String name) {
            return Arrays.stream(SecuritySettings.class.getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getDefaultValue();
        }
    }

    @Override
    public HandleSecurity testee() {
        return handling;
    }

    @Override
    public HandlingQuestion special() {
        return question(ticket("We have been hacked"));
    }

    @Test
    void anIncidentIsConfidentialToTheSecurityTeam() {
        HandlingAdvice advice = handling.judge(special()).orElseThrow();
        assertThat(advice.confidential()).isTrue();
        assertThat(advice.team()).isEqualTo(SECURITY.id());
        assertThat(advice.minimumPriority()).isEqualTo(Priority.P2);
    }

    @Test
    void theCategoryAndAllBelowItAreAboutSecurityAndNotOneThatIsNamedAlike() {
        assertThat(judge(Samples.ticket(1).about("security", null))).isPresent();
        assertThat(judge(Samples.ticket(1).about("security/mail", null))).isPresent();
        assertThat(judge(Samples.ticket(1).about("security-training", null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is this PHISHING?",
                "a phishing-mail",
                "there was a data\n  breach, I fear",
                "Wir wurden gehackt!",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl",
                "-----BEGIN RSA PRIVATE KEY-----",
                "PuTTY-User-Key-File-3: ssh-ed25519",
                "key AKIAIOSFODNN7EXAMPLE does not work",
                "https://ci.example.org/?t=ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "my card 4111 1111 1111 1111 was refused",
                "4111-1111-1111-1111 123",
                "order 12 5555555555554444",
                "Amex 3782 822463 10005",
                "\uff14\uff11\uff11\uff11 1111 1111 1111",
                "my password is Winter2024!",
                "Password: hunter2 please check",
                "Passwort lautet \"Sommer#99\"",
                "pwd=s3cret-thing"
            })
    void anIncidentOrASecretInTheTextIsSeen(String text) {
        assertThat(judge(ticket(text))).isPresent();
        assertThat(judge(Samples.ticket(1).circumstances(new Circumstances(text, List.of(), null))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My password is expired",
                "My password is not working!",
                "Password: please reset it",
                "password: https://portal.example.org/reset1",
                "password: ********",
                "The password isn't accepted since 2024",
                "Invoice 4111 1111 1111 1112",
                "Call me: +49 40 1234 5678 9012",
                "Serial 1234567890123456",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
                "00000000000000000000000000000000",
                "ticket 41111111111111111111111111111111111",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "How do I make a ghp_ token?",
                "ASIA-PACIFIC-REGION-REPORT-2024",
                "We speak of data and of breaches",
                "antiphishing"
            })
    void whatOnlyLooksLikeItIsLeftAlone(String text) {
        assertThat(judge(ticket(text))).isEmpty();
    }

    @Test
    void theReasonNamesTheKindAndNeverTheSecret() {
        assertThat(judge(ticket("my password is Winter2024!")).orElseThrow().reason())
                .isEqualTo("The text holds what looks like a password in clear");
        assertThat(judge(ticket("card 4111111111111111")).orElseThrow().reason())
                .doesNotContain("4111");
    }

    @Test
    void whatAgentsWriteInAnswerMakesNoIncident() {
        Ticket ticket = ticket("Why are sticks blocked?").build();
        HandlingQuestion answered =
                question(ticket, MessageKind.REPLY, "They carry malware. Your new password is Winter2024!");
        HandlingQuestion said = question(ticket, MessageKind.CUSTOMER, "It had malware");
        assertThat(handling.judge(answered)).isEmpty();
        assertThat(handling.judge(said)).isPresent();
    }

    @Test
    void tagsDoNotHideASecret() {
        assertThat(Passwords.in(MarkupText.of("<td><b>Password:</b></td><td>Winter2024</td>")))
                .isTrue();
        assertThat(MarkupText.of("no end <b")).isEqualTo("no end <b");
        assertThat(MarkupText.of("<p>4111<b>1111</b></p>x")).isEqualTo(" 41111111 x");
    }

    @Test
    void signsThatStandAsNumbersDoNotHideASecret() {
        assertThat(MarkupText.of("pwd&#61;s&#x33;cret&amp;&lt;&unknown;&#;&#99999999;&"))
                .isEqualTo("pwd=s3cret&<&unknown;&#;&#99999999;&");
        assertThat(judgeMessage("<p>pwd&#61;s3cret-thing</p>", BodyFormat.HTML)).isPresent();
    }

    @Test
    void charactersThatNobodySeesDoNotHideASecret() {
        assertThat(judge(ticket("4111\u200b1111\u200b1111\u200b1111"))).isPresent();
        assertThat(judge(ticket("phi\u00adshing"))).isPresent();
    }

    @Test
    void whatACustomerWritesLaterIsJudgedByItself() {
        Ticket knownAndLifted = Samples.ticket(1)
                .about("security", null)
                .description("We have been hacked")
                .build();
        assertThat(handling.judgeMessage(knownAndLifted, message("Any news?", BodyFormat.TEXT)))
                .isEmpty();
        assertThat(judgeMessage("my password is Winter2024!", BodyFormat.TEXT)).hasValueSatisfying(advice -> {
            assertThat(advice.confidential()).isTrue();
            assertThat(advice.team()).isEqualTo(SECURITY.id());
        });
    }

    @Test
    void withoutItsTeamATicketIsHiddenAndSaysWhyOrIsMarkedOnly() {
        InMemoryDirectory empty = new InMemoryDirectory();
        HandlingAdvice hidden =
                new HandleSecurity(empty, new Defaults("hide")).judge(special()).orElseThrow();
        assertThat(hidden.confidential()).isTrue();
        assertThat(hidden.team()).isNull();
        assertThat(hidden.reason()).endsWith("there is no team 'security', which the settings name");
        HandlingAdvice marked =
                new HandleSecurity(empty, new Defaults("mark")).judge(special()).orElseThrow();
        assertThat(marked.confidential()).isFalse();
    }

    @Test
    void textsThatDriveSearchesToDespairAreReadInOnePass() {
        for (String part : List.of(
                "1",
                "1 ",
                "4111 1111 1111 111",
                "-----BEGIN ",
                "password",
                "password: ",
                "eyJ.",
                "eyJ" + "a".repeat(60) + " ",
                "ghp_",
                "<",
                "<b>",
                "&",
                "&#",
                "&#1;",
                "\u200b",
                "data ",
                "security ",
                "a",
                "\ud83d\ude00",
                "\u0130",
                "password is ")) {
            String text = part.repeat(1_000_000 / part.length());
            assertThat(judge(ticket(text))).as(part).isEmpty();
            assertThat(judgeMessage(text, BodyFormat.HTML)).as(part).isEmpty();
        }
    }

    @Test
    void aTeamThatIsMissedShowsInTheHealthUntilItIsThere() {
        InMemoryDirectory empty = new InMemoryDirectory();
        HandleSecurity alone = new HandleSecurity(empty, new Defaults("hide"));
        assertThat(alone.check().grade()).isEqualTo(Grade.GREEN);
        assertThat(alone.judge(special()).orElseThrow().confidential()).isTrue();
        assertThat(alone.check().grade()).isEqualTo(Grade.YELLOW);
        empty.add(SECURITY);
        assertThat(alone.check().grade()).isEqualTo(Grade.GREEN);
    }

    private Optional<HandlingAdvice> judge(TicketBuilder ticket) {
        return handling.judge(question(ticket));
    }

    private Optional<HandlingAdvice> judgeMessage(String text, BodyFormat format) {
        return handling.judgeMessage(ticket("The printer").build(), message(text, format));
    }

    private static NewMessage message(String text, BodyFormat format) {
        return new NewMessage(MessageKind.CUSTOMER, text, format, List.of(), null, null, "api", false);
    }

    private static TicketBuilder ticket(String text) {
        return Samples.ticket(1).description(text);
    }

    private static HandlingQuestion question(TicketBuilder ticket) {
        return new HandlingQuestion(ticket.build(), Samples.customer(1).build(), List.of());
    }

    private static HandlingQuestion question(Ticket ticket, MessageKind kind, String text) {
        return new HandlingQuestion(
                ticket, Samples.customer(1).build(), List.of(Samples.message(1, ticket, kind, text)));
    }
}
