/**
 * How satisfied customers are: the sockets SurveyProvider, which brings the form, and SurveySelection, which
 * decides whom to ask. Invitations and answers are the desk's; Surveys hands them to channels. Version 0: may still change.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.survey;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
