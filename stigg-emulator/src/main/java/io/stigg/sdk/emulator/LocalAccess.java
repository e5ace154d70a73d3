package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import java.util.Optional;

/**
 * Keeps others away from what is for those at this machine: web pages of someone else always, other machines unless they are
 * let in. Immutable.
 *
 * @param allowsRemote whether other machines are let in
 */
record LocalAccess(boolean allowsRemote) {
    /** Tells why a call is refused, empty if it is not. */
    Optional<Reply> refusal(Call call) {
        Optional<String> host = call.header("Host");
        if (Origins.isForeign(call.header("Origin"), host)) {
            return refused("Web pages have no access");
        }
        if (!allowsRemote
                && !(call.isFromThisMachine() && host.map(Origins::isLoopback).orElse(true))) {
            return refused("The control is for programs on this machine, which call it 127.0.0.1 or localhost;"
                    + " --allow-remote-control opens it to others");
        }
        return Optional.empty();
    }

    /**
     * Tells why a page is not shown, empty if it is. Under a name, a web page of someone else might have been bent to here, so
     * other machines have to call this one by its address.
     */
    Optional<Reply> refusalOfPage(Call call) {
        return refusal(call)
                .or(() -> call.header("Host").filter(Origins::isAddress).isPresent()
                        ? Optional.empty()
                        : refused("The console is to be called by an address, such as 127.0.0.1, or localhost"));
    }

    private static Optional<Reply> refused(String message) {
        return Optional.of(Reply.error(403, ErrorCode.ACCESS_DENIED_ERROR.wireName(), message));
    }
}
