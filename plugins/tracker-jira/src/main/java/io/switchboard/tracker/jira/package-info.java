/** The bug tracker Jira: defects as issues of a project, by its REST API and webhooks (SP3). */
@NullMarked
package io.switchboard.tracker.jira;

import org.jspecify.annotations.NullMarked;
