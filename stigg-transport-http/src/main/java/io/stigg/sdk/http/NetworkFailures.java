package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Repeat;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Makes an outcome of a request that got no response. */
final class NetworkFailures {
    private NetworkFailures() {}

    static <R> Outcome<R> outcome(String operation, URI uri, Throwable failure) {
        Throwable cause = unwrapped(failure);
        return new Failure<>(exception(operation, uri, cause), repeat(cause), Optional.empty());
    }

    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static StiggException exception(String operation, URI uri, Throwable cause) {
        String at = uri.getScheme() + "://" + uri.getAuthority();
        if (cause instanceof ProtocolException || cause instanceof NumberFormatException) {
            // Its text is left out: the JDK repeats in it what the server sent, which may repeat the key.
            return new StiggProtocolException(operation + " got an answer from " + at + " that is not HTTP", "$", null);
        }
        if (cause instanceof HttpTimeoutException) {
            return StiggTransportException.timedOut(operation + " could not connect in time to " + at, cause);
        }
        return StiggTransportException.unreachable(
                operation + " got no answer from " + at + " (" + told(cause) + ")", cause);
    }

    static String told(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    /** Without a connection nothing was sent, so nothing was done. */
    private static Repeat repeat(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return Repeat.SAFE;
        }
        boolean broke = cause instanceof IOException && !(cause instanceof ProtocolException);
        return broke ? Repeat.IF_REPEATABLE : Repeat.POINTLESS;
    }
}
