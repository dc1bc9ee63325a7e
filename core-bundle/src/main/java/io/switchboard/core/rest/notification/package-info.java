/** What the caller is told of tickets, and referring tickets to teams. */
@NullMarked
package io.switchboard.core.rest.notification;

import org.jspecify.annotations.NullMarked;
