/** Settings of the desk: a JSON value a name, with a version that guards against silent overwrites. */
@NullMarked
package io.switchboard.core.store.setting;

import org.jspecify.annotations.NullMarked;
