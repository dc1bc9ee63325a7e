package io.switchboard.core.audit;

/** What the audit log records. */
public enum AuditKind {
    /** Somebody signed in. */
    SESSION_BEGUN("session.begun"),
    /** Somebody failed to sign in. */
    SESSION_REFUSED("session.refused"),
    /** Somebody signed out. */
    SESSION_ENDED("session.ended"),
    /** All sessions of somebody were ended. */
    SESSION_ALL_ENDED("session.all_ended"),
    /** An API token was made. */
    TOKEN_MADE("token.made"),
    /** An API token was removed. */
    TOKEN_REMOVED("token.removed"),
    /** An authenticator app was confirmed. */
    SECOND_FACTOR_ADDED("second_factor.added"),
    /** An authenticator app was taken away. */
    SECOND_FACTOR_REMOVED("second_factor.removed"),
    /** A recovery code was used. */
    SECOND_FACTOR_RECOVERED("second_factor.recovered"),
    /** A password was set. */
    PASSWORD_SET("password.set"),
    /** Somebody asked for a link to choose a password. */
    PASSWORD_RESET_ASKED("password_reset.asked"),
    /** A token was made by which somebody chooses a password. */
    INVITATION_MADE("invitation.made"),
    /** A token was made by which a customer signs in. */
    SIGN_IN_LINK_MADE("sign_in_link.made"),
    /** A customer asked for a link to sign in. */
    SIGN_IN_LINK_ASKED("sign_in_link.asked"),
    /** An account of another system was bound to a person. */
    IDENTITY_BOUND("identity.bound"),
    /** An account of another system was not let in, because its address is that of somebody here. */
    IDENTITY_REFUSED("identity.refused"),
    /** The accounts of other systems were released from a person. */
    IDENTITY_RELEASED("identity.released"),
    /** A person was made. */
    PERSON_MADE("person.made"),
    /** A person was changed. */
    PERSON_CHANGED("person.changed"),
    /** A person's data was given out. */
    PERSON_EXPORTED("person.exported"),
    /** A person's data was erased. */
    PERSON_ERASED("person.erased"),
    /** An organization was made. */
    ORGANIZATION_MADE("organization.made"),
    /** An organization was changed. */
    ORGANIZATION_CHANGED("organization.changed"),
    /** An organization was removed. */
    ORGANIZATION_REMOVED("organization.removed"),
    /** A team was made. */
    TEAM_MADE("team.made"),
    /** A team was changed. */
    TEAM_CHANGED("team.changed"),
    /** A team was removed. */
    TEAM_REMOVED("team.removed"),
    /** A role was made. */
    ROLE_MADE("role.made"),
    /** A role was changed. */
    ROLE_CHANGED("role.changed"),
    /** A role was removed. */
    ROLE_REMOVED("role.removed"),
    /** An entry of a catalog was made. */
    CATALOG_MADE("catalog.made"),
    /** An entry of a catalog was changed. */
    CATALOG_CHANGED("catalog.changed"),
    /** An entry of a catalog was removed. */
    CATALOG_REMOVED("catalog.removed"),
    /** A lifecycle profile was made. */
    LIFECYCLE_PROFILE_MADE("lifecycle_profile.made"),
    /** A lifecycle profile was changed. */
    LIFECYCLE_PROFILE_CHANGED("lifecycle_profile.changed"),
    /** A lifecycle profile was removed. */
    LIFECYCLE_PROFILE_REMOVED("lifecycle_profile.removed"),
    /** A reply template was made. */
    TEMPLATE_MADE("template.made"),
    /** A reply template was changed. */
    TEMPLATE_CHANGED("template.changed"),
    /** A reply template was removed. */
    TEMPLATE_REMOVED("template.removed"),
    /** A macro was made. */
    MACRO_MADE("macro.made"),
    /** A macro was changed. */
    MACRO_CHANGED("macro.changed"),
    /** A macro was removed. */
    MACRO_REMOVED("macro.removed"),
    /** A view was saved. */
    VIEW_MADE("view.made"),
    /** A saved view was changed. */
    VIEW_CHANGED("view.changed"),
    /** A saved view was removed. */
    VIEW_REMOVED("view.removed"),
    /** A setting of the desk was changed. */
    SETTING_CHANGED("setting.changed"),
    /** A plugin was installed or upgraded. */
    PLUGIN_INSTALLED("plugin.installed"),
    /** A plugin was removed. */
    PLUGIN_REMOVED("plugin.removed"),
    /** A plugin was started, stopped or rolled back. */
    PLUGIN_SWITCHED("plugin.switched"),
    /** The plugins of an earlier snapshot took the place of all. */
    PLUGIN_SET_RESTORED("plugin.set_restored"),
    /** The plugins that a file names took the place of all. */
    PLUGIN_SET_DESIRED("plugin.set_desired"),
    /** The settings of a plugin were changed. */
    PLUGIN_CONFIGURED("plugin.configured"),
    /** A plugin was put into quarantine. */
    PLUGIN_QUARANTINED("plugin.quarantined"),
    /** A plugin was let out of quarantine. */
    PLUGIN_QUARANTINE_LIFTED("plugin.quarantine_lifted"),
    /** A plugin was bound to a signer, or released from one. */
    PLUGIN_SIGNER_BOUND("plugin.signer_bound"),
    /** The rights of a plugin were changed. */
    PLUGIN_GRANTED("plugin.granted"),
    /** A backup was made. */
    BACKUP_MADE("backup.made"),
    /** A test clock was moved. */
    CLOCK_MOVED("clock.moved"),
    /** A ticket was removed for good. */
    TICKET_PURGED("ticket.purged"),
    /** Somebody opened a confidential ticket. */
    TICKET_CONFIDENTIAL_READ("ticket.confidential_read"),
    /** Rows were removed because they were kept long enough. */
    RETENTION_RUN("retention.run");

    private final String id;

    AuditKind(String id) {
        this.id = id;
    }

    /** Returns the name in the API and in the store, for example {@code role.changed}. */
    public String id() {
        return id;
    }
}
