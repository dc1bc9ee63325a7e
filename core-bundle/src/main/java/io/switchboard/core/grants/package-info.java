/** What plugins may learn beyond what every plugin may: granted by an administrator, or with the distribution. */
@NullMarked
package io.switchboard.core.grants;

import org.jspecify.annotations.NullMarked;
