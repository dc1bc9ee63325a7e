/** The history of tickets: how events become chained rows without personal text, and rows become events again. */
@NullMarked
package io.switchboard.core.desk.history;

import org.jspecify.annotations.NullMarked;
