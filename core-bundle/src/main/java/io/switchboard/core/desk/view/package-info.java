/** Saved views: conditions of a list of tickets under a name, for oneself or for others. */
@NullMarked
package io.switchboard.core.desk.view;

import org.jspecify.annotations.NullMarked;
