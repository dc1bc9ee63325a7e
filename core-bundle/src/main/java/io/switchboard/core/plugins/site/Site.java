package io.switchboard.core.plugins.site;

/**
 * Where plugins are offered.
 *
 * @param name what administrators call it
 * @param address an absolute folder, or an http or https address
 * @param key the public key by which its index is signed: Ed25519, as X.509 in Base64
 */
public record Site(String name, String address, String key) {}
