package io.stigg.sdk.offline;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggArchiveException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Says how an {@link EntitlementFile} is signed. Immutable and thread-safe; tells nobody its keys. */
abstract sealed class FileSignature {
    private static final int SHORTEST_SECRET = 32;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----(.*)-----END PUBLIC KEY-----", Pattern.DOTALL);

    private FileSignature() {}

    static FileSignature hmacSha256(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "secret must have at least " + SHORTEST_SECRET + " bytes, not " + secret.length);
        }
        return new Hmac(new SecretKeySpec(secret, "HmacSHA256"));
    }

    static FileSignature ed25519(PublicKey publicKey) {
        return new Ed25519(requireEdwards(publicKey, "publicKey"), null);
    }

    static FileSignature ed25519(String publicKey) {
        Matcher pem = PEM.matcher(publicKey.strip());
        if (!pem.matches()) {
            throw new IllegalArgumentException("publicKey is not the PEM of a public key");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return ed25519(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException otherKey) {
            throw new IllegalArgumentException("publicKey must be a key for Ed25519", otherKey);
        }
    }

    /** Checks, and signs as well. */
    static FileSignature ed25519(PublicKey publicKey, PrivateKey privateKey) {
        return new Ed25519(requireEdwards(publicKey, "publicKey"), requireEdwards(privateKey, "privateKey"));
    }

    private static <K extends Key> K requireEdwards(K key, String name) {
        String algorithm = requireNonNull(key, name).getAlgorithm();
        if (!algorithm.equals("EdDSA") && !algorithm.equals("Ed25519")) {
            throw new IllegalArgumentException(name + " must be a key for Ed25519, not for " + algorithm);
        }
        return key;
    }

    /** Checks what stands in the file of the signature. */
    final void check(byte[] content, String base64, String source) {
        byte[] signature;
        try {
            signature = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException garbled) {
            throw new StiggArchiveException("the signature of " + source + " is not Base64", null);
        }
        if (!isOf(content, signature)) {
            throw new StiggArchiveException(
                    "the signature of " + source
                            + " is wrong: it was changed after it was signed, or signed by somebody else",
                    null);
        }
    }

    /** Makes what stands in the file of the signature. */
    final String sign(byte[] content) {
        return Base64.getEncoder().encodeToString(signatureOf(content)) + "\n";
    }

    abstract boolean isOf(byte[] content, byte[] signature);

    abstract byte[] signatureOf(byte[] content);

    private static final class Hmac extends FileSignature {
        private final SecretKeySpec key;

        Hmac(SecretKeySpec key) {
            this.key = key;
        }

        @Override
        boolean isOf(byte[] content, byte[] signature) {
            return MessageDigest.isEqual(signatureOf(content), signature);
        }

        @Override
        byte[] signatureOf(byte[] content) {
            try {
                Mac mac = Mac.getInstance(key.getAlgorithm());
                mac.init(key);
                return mac.doFinal(content);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK has HMAC with SHA-256", impossible);
            }
        }

        @Override
        public String toString() {
            return "HMAC-SHA256";
        }
    }

    private static final class Ed25519 extends FileSignature {
        private static final String ALGORITHM = "Ed25519";

        private final PublicKey publicKey;
        private final @Nullable PrivateKey privateKey;

        Ed25519(PublicKey publicKey, @Nullable PrivateKey privateKey) {
            this.publicKey = publicKey;
            this.privateKey = privateKey;
        }

        @Override
        boolean isOf(byte[] content, byte[] signature) {
            try {
                Signature check = Signature.getInstance(ALGORITHM);
                check.initVerify(publicKey);
                check.update(content);
                return check.verify(signature);
            } catch (GeneralSecurityException malformed) {
                return false;
            }
        }

        @Override
        byte[] signatureOf(byte[] content) {
            if (privateKey == null) {
                throw new IllegalStateException("there is no private key to sign with");
            }
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(privateKey);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException("the private key cannot sign", unusable);
            }
        }

        @Override
        public String toString() {
            return ALGORITHM;
        }
    }
}
