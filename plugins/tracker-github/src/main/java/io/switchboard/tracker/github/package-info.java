/** The bug tracker GitHub: defects as issues of a repository, by its REST API and webhooks (SP3). */
@NullMarked
package io.switchboard.tracker.github;

import org.jspecify.annotations.NullMarked;
