/** The desk in a real browser: Debian's Chromium, driven by Playwright, against the built distribution. */
package io.switchboard.it.browser;
