package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What the client says that it is. */
record ClientIdentity(String source, String clientName, String clientVersion) {
    static ClientIdentity standard() {
        String version = Optional.ofNullable(ClientIdentity.class.getPackage().getImplementationVersion())
                .orElse("unknown");
        return new ClientIdentity("NODE_SERVER_SDK", "java-server-sdk", version);
    }

    ClientIdentity withSource(String text) {
        return new ClientIdentity(header("source", text), clientName, clientVersion);
    }

    ClientIdentity withClientName(String text) {
        return new ClientIdentity(source, header("clientName", text), clientVersion);
    }

    ClientIdentity withClientVersion(String text) {
        return new ClientIdentity(source, clientName, header("clientVersion", text));
    }

    private static String header(String option, String text) {
        requireNonNull(text, option);
        if (text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(option + " must be printable ASCII and not blank, not \""
                    + text.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return text;
    }
}
