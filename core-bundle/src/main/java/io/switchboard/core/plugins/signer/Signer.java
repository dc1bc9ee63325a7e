package io.switchboard.core.plugins.signer;

/**
 * Who signed an archive.
 *
 * @param fingerprint SHA-256 of the certificate
 * @param subject of the certificate
 */
public record Signer(String fingerprint, String subject) {}
