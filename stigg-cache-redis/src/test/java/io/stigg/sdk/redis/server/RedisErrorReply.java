package io.stigg.sdk.redis.server;

/** What Redis answers to a command that it refuses; the message is its reply, {@code ERR ...} for one. */
public final class RedisErrorReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisErrorReply(String reply) {
        super(reply);
    }
}
