package io.stigg.sdk.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stigg.sdk.error.StiggArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The signature of a file")
class FileSignatureTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = FileSignatureTest.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        }
    }

    private static KeyPair keys(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    @Test
    @DisplayName("of Ed25519 may be made by OpenSSL")
    void openssl() throws IOException {
        FileSignature signature = FileSignature.ed25519(new String(resource("public.pem"), UTF_8));

        signature.check(resource("licence.json"), new String(resource("licence.json.sig"), UTF_8), "licence.json");

        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(
                        () -> signature.check(CONTENT, new String(resource("licence.json.sig"), UTF_8), "licence.json"))
                .withMessageContaining("the signature of licence.json is wrong");
    }

    @Test
    @DisplayName("of HMAC is what OpenSSL makes as well")
    void hmac() throws IOException {
        FileSignature signature = FileSignature.hmacSha256(SECRET);

        assertThat(signature.sign(resource("licence.json")))
                .isEqualTo("K1x5SSXYD02yDB566vtKVrwS6lO1rRbeoN29aVqWJSs=\n");
    }

    @Test
    @DisplayName("is accepted of who made it, and of nobody else")
    void others() throws GeneralSecurityException {
        KeyPair mine = keys("Ed25519");
        KeyPair other = keys("Ed25519");
        byte[] mark = FileSignature.ed25519(mine.getPublic(), mine.getPrivate()).signatureOf(CONTENT);
        byte[] hmac = FileSignature.hmacSha256(SECRET).signatureOf(CONTENT);

        assertThat(FileSignature.ed25519(mine.getPublic()).isOf(CONTENT, mark)).isTrue();
        assertThat(FileSignature.ed25519(other.getPublic()).isOf(CONTENT, mark)).isFalse();
        assertThat(FileSignature.hmacSha256("another secret of thirty-two bytes".getBytes(UTF_8))
                        .isOf(CONTENT, hmac))
                .isFalse();
        assertThat(FileSignature.ed25519(mine.getPublic()).isOf(CONTENT, hmac)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "===", "no base 64"})
    @DisplayName("is refused if it is none")
    void garbled(String text) {
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(() -> FileSignature.hmacSha256(SECRET).check(CONTENT, text, "licence.json"))
                .withMessageContaining("signature of licence.json");
    }

    @Test
    @DisplayName("cannot be made by who can only check it")
    void checkOnly() throws GeneralSecurityException {
        FileSignature signature = FileSignature.ed25519(keys("Ed25519").getPublic());

        assertThatIllegalStateException()
                .isThrownBy(() -> signature.sign(CONTENT))
                .withMessageContaining("private key");
    }

    @Test
    @DisplayName("takes keys of its kind, and secrets that are long enough")
    void keysOfOtherKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileSignature.ed25519(keys("RSA").getPublic()))
                .withMessageStartingWith("publicKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileSignature.ed25519("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .withMessageStartingWith("publicKey");
        assertThatIllegalArgumentException().isThrownBy(() -> FileSignature.ed25519("ssh-ed25519 AAAA"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileSignature.hmacSha256(new byte[31]))
                .withMessageStartingWith("secret");
    }

    @Test
    @DisplayName("tells nobody its secret")
    void secrets() {
        assertThat(FileSignature.hmacSha256(SECRET)).asString().isEqualTo("HMAC-SHA256");
    }
}
