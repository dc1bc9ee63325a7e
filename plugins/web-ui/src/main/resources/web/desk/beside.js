/** What stands beside a ticket and is drawn last. */
import './chain.js';
import './diagnostics.js';
import './time-spent.js';
