/**
 * Whose signature plugins must have. A plugin is bound to who signed the version that was installed first; administrators
 * can trust signers for plugins, withdraw that trust, and release or bind a plugin anew.
 */
@NullMarked
package io.switchboard.core.plugins.signer;

import org.jspecify.annotations.NullMarked;
