package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.Documents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggArchiveException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever the bytes are,")
@Timeout(60)
class DocumentFuzzTest {
    private static final int MUTANTS = 500;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\ud800",
        "null",
        "true",
        "-1",
        "1e999",
        "NaN",
        "0x1",
        "'",
        "\"type\"",
        "\"CREDIT\"",
        "\"id\"",
        "\"\"",
        "\"customers\"",
        "\"resources\"",
        "\u0000",
        "/*",
        "#",
        "\ufeff"
    };

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = mutatedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, new byte[] {(byte) random.nextInt()}, 1);
            case 2 -> spliced(bytes, at, new byte[0], 1 + random.nextInt(20));
            case 3 -> spliced(bytes, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8), 0);
            default -> {
                int from = random.nextInt(bytes.length + 1);
                yield spliced(bytes, at, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 30)), 0);
            }
        };
    }

    /** Puts some bytes in place of so many. */
    private static byte[] spliced(byte[] bytes, int at, byte[] inserted, int removed) {
        int rest = Math.min(bytes.length, at + removed);
        byte[] result = Arrays.copyOf(bytes, at + inserted.length + bytes.length - rest);
        System.arraycopy(inserted, 0, result, at, inserted.length);
        System.arraycopy(bytes, rest, result, at + inserted.length, bytes.length - rest);
        return result;
    }

    /** Anything but a document or a refusal fails the test. */
    private static boolean isRead(byte[] bytes) {
        try {
            return DocumentReader.read(bytes, "fuzz", NOW) != null;
        } catch (StiggArchiveException refusal) {
            assertThat(refusal).hasMessageStartingWith("fuzz, $");
            return false;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a document that was changed anyhow is a document or a clear refusal")
    void mutants(long seed) {
        Random random = new Random(seed);
        byte[] good = DocumentWriter.write(Documents.randomExport(random));
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            read += isRead(mutated(good, random)) ? 1 : 0;
        }

        assertThat(isRead(good)).isTrue();
        assertThat(read).isLessThan(MUTANTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("bytes at random are refused")
    void noise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);

            assertThat(isRead(noise)).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("no change to a signed document is accepted")
    void signed(long seed) throws GeneralSecurityException {
        Random random = new Random(seed);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        FileSignature signature = FileSignature.ed25519(keys.getPublic(), keys.getPrivate());
        byte[] good = DocumentWriter.write(Documents.randomExport(random));
        byte[] mark = signature.signatureOf(good);
        for (int i = 0; i < 20; i++) {
            byte[] mutant = mutated(good, random);

            assertThat(signature.isOf(mutant, mark)).isEqualTo(Arrays.equals(mutant, good));
        }
    }
}
