package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks what was packed for the way, up to a bound. */
final class ContentCoding {
    private ContentCoding() {}

    /** The content; a body that is not there was larger than the bound already. */
    static byte[] decoded(HttpHeaders headers, Optional<byte[]> body, int most) {
        byte[] packed = body.orElseThrow(() -> tooLarge(most));
        String coding =
                headers.firstValue("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity" -> packed;
            case "gzip", "x-gzip" -> unzipped(packed, most);
            default ->
                throw new StiggProtocolException("the answer is in an encoding that was not asked for", "$", null);
        };
    }

    private static byte[] unzipped(byte[] packed, int most) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = in.readNBytes(most);
            if (in.read() >= 0) {
                throw tooLarge(most);
            }
            return content;
        } catch (IOException malformed) {
            throw new StiggProtocolException("the answer is not gzip, or is cut off", "$", malformed);
        }
    }

    private static StiggProtocolException tooLarge(int most) {
        return new StiggProtocolException("the answer is larger than " + most + " bytes", "$", null);
    }
}
