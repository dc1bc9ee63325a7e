package io.switchboard.core.rest.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page on which people choose a password by a link. It needs no script. Looking at it changes nothing, so that a mail
 * scanner uses no link up.
 */
abstract class ChoosePasswordPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final Purpose purpose;
    private final String title;

    ChoosePasswordPage(Invitations invitations, Purpose purpose, String title) {
        this.invitations = invitations;
        this.purpose = purpose;
        this.title = title;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageWords words = PageWords.asked(ChoosePasswordPage.class, request);
        BarePage.write(response, 200, words, words.text(title), form(words));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageWords words = PageWords.asked(ChoosePasswordPage.class, request);
        try {
            BarePage.readForm(request);
            String password = Reading.password(request.getParameter("password"), null);
            if (password == null) {
                throw SwitchboardException.field("password", "must be given");
            }
            invitations.choose(purpose, BarePage.token(request), password, request.getRemoteAddr());
            tell(words, response, 200, "isSet");
        } catch (SwitchboardException refusal) {
            int status = refusal.code().status();
            if (refusal.fields().isEmpty()) {
                tell(words, response, status, refusal.code() == ErrorCode.LINK_NOT_VALID ? "gone" : "wait");
            } else {
                BarePage.write(
                        response, status, words, words.text(title), BarePage.alert(words.text("short")) + form(words));
            }
        }
    }

    private static void tell(PageWords words, HttpServletResponse response, int status, String name)
            throws IOException {
        BarePage.write(response, status, words, words.text(name), "<p>" + words.text(name + "Hint") + "</p>");
    }

    private static String form(PageWords words) {
        return "<form method=\"post\"><label for=\"password\">" + words.text("password")
                + "</label><input id=\"password\" name=\"password\" type=\"password\" required minlength=\"10\""
                + " maxlength=\"1000\" autocomplete=\"new-password\" aria-describedby=\"hint\">"
                + "<p class=\"hint\" id=\"hint\">" + words.text("passwordHint") + "</p><button>" + words.text("set")
                + "</button></form>";
    }
}
