package io.stigg.sdk.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back, whatever it says.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as it came; absent if it was larger than it may be
 */
record Received(int status, HttpHeaders headers, Optional<byte[]> body) {}
