/** What triage keeps: the agents' loads, and why each ticket went where it went. */
@NullMarked
package io.switchboard.core.store.triage;

import org.jspecify.annotations.NullMarked;
