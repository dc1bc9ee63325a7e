/** Handing a ticket over in writing: an action, a panel and a page for administrators, and the questions behind them. */
@NullMarked
package io.switchboard.example.handover;

import org.jspecify.annotations.NullMarked;
