/** The customer portal, as a customer without a script and without an account sees it. */
package io.switchboard.it.portal;
