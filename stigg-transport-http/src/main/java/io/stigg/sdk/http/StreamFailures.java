package io.stigg.sdk.http;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.graphql.StreamErrors;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;

/** Says why a connection ended, or never came about. */
final class StreamFailures {
    private static final String STREAM = "The stream of updates";

    private final URI uri;
    private final ApiKey key;

    StreamFailures(URI uri, ApiKey key) {
        this.uri = uri;
        this.key = key;
    }

    StiggException ofHandshake(Throwable failure) {
        Throwable cause = NetworkFailures.unwrapped(failure);
        if (!(cause instanceof WebSocketHandshakeException refused)) {
            return NetworkFailures.exception(STREAM, uri, cause);
        }
        int status = refused.getResponse().statusCode();
        String answer = "the handshake was answered with HTTP " + status;
        return switch (status) {
            case 401, 403 -> refusal(status, StreamErrors.keyRefused(answer));
            case 429 -> refusal(status, StreamErrors.throttled(answer));
            default ->
                status >= 500
                        ? StiggApiException.of(STREAM, status, List.of())
                        : new StiggProtocolException(uri + " is no such stream: " + answer + why(refused), "$", null);
        };
    }

    /** A server closes with a code of WebSocket's, of the sub-protocol's, or with one that its text explains. */
    StiggException ofClose(int code, String text) {
        String reason = key.redact(text).replaceAll("\\p{Cntrl}", " ");
        String told = "closed with code " + code + (reason.isBlank() ? "" : ", " + reason);
        return switch (code) {
            case 4401, 4403 -> refusal(0, StreamErrors.keyRefused(told));
            case 4429 -> refusal(0, StreamErrors.throttled(told));
            default ->
                StreamErrors.meantBy(reason, told)
                        .<StiggException>map(error -> refusal(0, error))
                        .orElseGet(() ->
                                StiggTransportException.unreachable(STREAM + " from " + uri + " was " + told, null));
        };
    }

    /** What the JDK found wrong with an answer that claims to be a handshake. */
    private String why(WebSocketHandshakeException refused) {
        Throwable flaw = refused.getCause();
        return flaw == null ? "" : " (" + key.redact(NetworkFailures.told(flaw)) + ")";
    }

    /** Its cause is left out: nobody knows what of the server's it repeats. */
    StiggException ofBreak(Throwable error) {
        String told = STREAM + " from " + uri + " broke (" + key.redact(NetworkFailures.told(error)) + ")";
        return error instanceof ProtocolException
                ? new StiggProtocolException(told, "$", null)
                : StiggTransportException.unreachable(told, null);
    }

    private static StiggApiException refusal(int status, ApiError error) {
        return StiggApiException.of(STREAM, status, List.of(error));
    }
}
