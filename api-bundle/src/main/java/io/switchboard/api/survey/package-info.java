/**
 * How satisfied customers are: the sockets SurveyProvider, which asks and collects, and SurveySelection, which
 * decides whom to ask. Version 0: may still change.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.survey;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
