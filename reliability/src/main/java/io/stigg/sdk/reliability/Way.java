package io.stigg.sdk.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * One direction of a connection. When it ends, both ends do.
 *
 * <p>Corrupted bytes are 0xFF, which no text in UTF-8 has, so that what is corrupted cannot make another sense. The heads of HTTP are
 * spared: the JDK's client, up to some version after 17, does not close the connection of an answer whose head it cannot read.
 */
final class Way implements Runnable {
    private static final int LONGEST_DELAY_MILLIS = 600;
    private static final int MOST_CORRUPTED = 24;

    private final Socket from;
    private final Socket to;
    private final boolean isAnswer;
    private final Function<Boolean, Fault> faults;
    private boolean isStalled;

    Way(Socket from, Socket to, boolean isAnswer, Function<Boolean, Fault> faults) {
        this.from = from;
        this.to = to;
        this.isAnswer = isAnswer;
        this.faults = faults;
    }

    @Override
    public void run() {
        byte[] bytes = new byte[8192];
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            int count = input.read(bytes);
            while (count >= 0 && livesOnAfter(Arrays.copyOf(bytes, count), output)) {
                count = input.read(bytes);
            }
        } catch (IOException gone) {
            // The other end has gone, so this one goes.
        }
        FaultyProxy.end(from);
        FaultyProxy.end(to);
    }

    private boolean livesOnAfter(byte[] chunk, OutputStream output) throws IOException {
        if (isStalled) {
            return true;
        }
        switch (faults.apply(isAnswer)) {
            case CUT, REFUSE -> {
                return false;
            }
            case STALL -> {
                isStalled = true;
                return true;
            }
            case TRUNCATE -> {
                output.write(chunk, 0, chunk.length / 2);
                return false;
            }
            case CORRUPT -> corrupt(chunk);
            case DELAY -> Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_DELAY_MILLIS)));
            case NONE -> {}
        }
        output.write(chunk);
        return true;
    }

    private static void corrupt(byte[] chunk) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int head = lengthOfHead(chunk);
        if (head < chunk.length) {
            int from = random.nextInt(head, chunk.length);
            Arrays.fill(chunk, from, Math.min(chunk.length, from + 1 + random.nextInt(MOST_CORRUPTED)), (byte) 0xFF);
        }
    }

    /** A chunk that begins an answer of HTTP has a head, down to an empty line. */
    private static int lengthOfHead(byte[] chunk) {
        String text = new String(chunk, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return !text.startsWith("HTTP/") ? 0 : end < 0 ? chunk.length : end + 4;
    }
}
