/** The way from plugins that report defects to those that know a bug tracker. */
@NullMarked
package io.switchboard.core.desk.tracker;

import org.jspecify.annotations.NullMarked;
