package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Unpacks what was packed for the way, up to a bound. */
final class ContentCoding {
    private ContentCoding() {}

    static byte[] decoded(HttpHeaders headers, byte[] body, int most) {
        String coding =
                headers.firstValue("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity" -> bounded(body, most);
            case "gzip", "x-gzip" -> bounded(unzipped(bounded(body, most), most), most);
            default ->
                throw new StiggProtocolException("the answer is in an encoding that was not asked for", "$", null);
        };
    }

    private static byte[] bounded(byte[] body, int most) {
        if (body.length > most) {
            throw new StiggProtocolException("the answer is larger than " + most + " bytes", "$", null);
        }
        return body;
    }

    private static byte[] unzipped(byte[] body, int most) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(most + 1);
        } catch (IOException malformed) {
            throw new StiggProtocolException("the answer is not gzip, or is cut off", "$", malformed);
        }
    }
}
