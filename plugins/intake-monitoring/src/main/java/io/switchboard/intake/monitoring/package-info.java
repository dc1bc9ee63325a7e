/** The channel {@code monitoring}: groups of alerts that a Prometheus Alertmanager sends become tickets. */
@NullMarked
package io.switchboard.intake.monitoring;

import org.jspecify.annotations.NullMarked;
