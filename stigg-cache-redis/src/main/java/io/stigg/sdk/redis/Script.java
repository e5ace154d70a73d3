package io.stigg.sdk.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/** A script that Redis runs atomically, and that answers with a number. Immutable. */
final class Script {
    private final String text;

    private Script(String text) {
        this.text = text;
    }

    /** Reads a script, and puts before it what all of them share. */
    static Script named(String name) {
        return new Script(text("values.lua") + text(name));
    }

    private static String text(String name) {
        try (InputStream source = Script.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    CompletionStage<Long> run(RedisLink redis, List<String> keys, List<String> arguments) {
        return redis.call(client -> client.getScript(StringCodec.INSTANCE)
                .evalAsync(
                        RScript.Mode.READ_WRITE,
                        text,
                        RScript.ReturnType.LONG,
                        List.copyOf(keys),
                        arguments.toArray()));
    }
}
