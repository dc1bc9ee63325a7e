/** A customer directory that is a CSV file, such as a CRM exports it. */
@NullMarked
package io.switchboard.directory.csv;

import org.jspecify.annotations.NullMarked;
