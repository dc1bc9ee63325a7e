/** Reply templates: texts with logic-less placeholders, filled in from a ticket that the caller sees (CO6). */
@NullMarked
package io.switchboard.core.desk.template;

import org.jspecify.annotations.NullMarked;
