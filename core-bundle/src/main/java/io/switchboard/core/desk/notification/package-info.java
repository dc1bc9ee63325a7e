/** Telling people of the desk what is for them: mentions, referrals, escalations, tasks (CO5). */
@NullMarked
package io.switchboard.core.desk.notification;

import org.jspecify.annotations.NullMarked;
