package io.stigg.sdk.redis.server;

import java.io.IOException;

/** No answer: the server is down, paused, or not the one that was expected. */
public final class RedisUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisUnavailable(String message, IOException cause) {
        super(message, cause);
    }
}
