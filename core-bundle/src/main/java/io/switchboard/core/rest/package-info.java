/**
 * The whiteboard for REST resources: resources are OSGi services with the standard property
 * {@code osgi.jakartars.resource=true}. The core's stand below {@code /api/v1}, each plugin's below
 * {@code /api/v1/x/{plugin id}}, in a Jersey application of its own, so that what comes or breaks in one plugin touches no
 * other. When a set of resources changes, a new application takes the place of the old one, which ends with its last
 * request. Here also stands what all resources share: who calls, JSON, problems, paging.
 */
@NullMarked
package io.switchboard.core.rest;

import org.jspecify.annotations.NullMarked;
