package io.switchboard.testkit.check;

/** A suite needs something that only the vendor's own test can give, such as an address that is known. */
final class VendorKnows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VendorKnows(String what) {
        super("needs " + what + "() of the vendor's own test");
    }
}
