/** What people of the desk are told of tickets, as it is kept. */
@NullMarked
package io.switchboard.core.store.notification;

import org.jspecify.annotations.NullMarked;
