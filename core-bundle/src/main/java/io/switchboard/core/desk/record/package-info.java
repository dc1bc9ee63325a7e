/** The record of a ticket: reading one, listing many, editing and classifying, and its history. */
@NullMarked
package io.switchboard.core.desk.record;

import org.jspecify.annotations.NullMarked;
