/** Special handling of very important customers: senior agents directly, and a priority that is raised. */
@NullMarked
package io.switchboard.handle.vip;

import org.jspecify.annotations.NullMarked;
