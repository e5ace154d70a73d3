package io.stigg.sdk.emulator;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells web pages of others, which must not get at what runs on a developer's machine. */
final class Origins {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    private Origins() {}

    /**
     * Tells whether a request comes from a web page of someone else. What is no browser sends no origin.
     *
     * @param origin the header {@code Origin}
     * @param host the header {@code Host}, which is the page's own where someone has bent its name to this machine
     */
    static boolean isForeign(Optional<String> origin, Optional<String> host) {
        return origin.isPresent()
                && host.filter(Origins::isAddress)
                        .map(name -> "http://" + name)
                        .filter(origin.get()::equals)
                        .isEmpty();
    }

    /**
     * Tells whether a name is an address, or one that this machine has for itself: nobody can bend those to here.
     *
     * @param host the header {@code Host}
     */
    static boolean isAddress(String host) {
        return isLoopback(host) || ADDRESS.matcher(host).matches();
    }

    /**
     * Tells whether a name is one that this machine has for itself.
     *
     * @param host the header {@code Host}
     */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
