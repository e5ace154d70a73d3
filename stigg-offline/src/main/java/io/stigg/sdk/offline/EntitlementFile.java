package io.stigg.sdk.offline;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.port.EntitlementArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entitlements in a file: a licence, the data of a demo, or what an online client knew.
 *
 * <p>The file is JSON: the entitlements of customers by feature id, or those of everybody. A JSON Schema of it is beside this class,
 * as {@code entitlements.schema.json}.
 *
 * <pre>{@code
 * {"customers": {"customer-acme": {"entitlements": {"feature-sso": {"type": "BOOLEAN"}}}}}
 * {"entitlements": {"feature-sso": {"type": "BOOLEAN"}}}
 * }</pre>
 *
 * <p>An {@link OfflineStigg.Builder} answers from it; as an archive it serves {@link io.stigg.sdk.Stigg#exportEntitlements} and
 * {@link io.stigg.sdk.StiggBuilder#bootstrapFrom}, where entitlements of everybody are left aside: they are not known of
 * anybody. It is read wholly or not at all, and must not be larger than one gibibyte. Replacing it is atomic, apart from its
 * signature, which is replaced just before.
 *
 * <p>A signature covers each byte of the file and stands beside it, in a file of the same name with {@code .sig} behind it, as
 * Base64.
 *
 * <p>Immutable and thread-safe; tells nobody its keys.
 */
public final class EntitlementFile implements EntitlementArchive, Source {
    private static final long LARGEST = 1L << 30;

    private final Path path;
    private final @Nullable Duration maxAge;
    private final @Nullable FileSignature signature;

    private EntitlementFile(Path path, @Nullable Duration maxAge, @Nullable FileSignature signature) {
        this.path = path;
        this.maxAge = maxAge;
        this.signature = signature;
    }

    /**
     * A file, whether it is there yet or not.
     *
     * @param path where it is
     * @return the file
     */
    public static EntitlementFile at(Path path) {
        return new EntitlementFile(requireNonNull(path, "path"), null, null);
    }

    /**
     * Refuses the file once it is older, by the time that stands in it. One that does not say its time is refused as well. By
     * default it may be as old as it likes.
     *
     * @param age the oldest that it may be, more than 0
     * @return the changed file
     * @throws IllegalArgumentException if the age is 0 or negative
     */
    public EntitlementFile maxAge(Duration age) {
        if (age.isZero() || age.isNegative()) {
            throw new IllegalArgumentException("age must be more than 0, not " + age);
        }
        return new EntitlementFile(path, age, signature);
    }

    /**
     * Refuses the file unless it is signed with a secret, and signs it when it is written: for files that a product writes for
     * itself, as whoever can check the signature can make it. HMAC with SHA-256. By default there is no signature.
     *
     * @param secret at least 32 bytes, which are copied
     * @return the changed file
     * @throws IllegalArgumentException if the secret is shorter
     */
    public EntitlementFile signedWithHmacSha256(byte[] secret) {
        return signedWith(FileSignature.hmacSha256(secret));
    }

    /**
     * Refuses the file unless the owner of a key has signed it: for a licence that ships with a product. The file cannot be
     * written with this. Ed25519. By default there is no signature.
     *
     * @param publicKey the key that checks
     * @return the changed file
     * @throws IllegalArgumentException if it is a key for something else
     */
    public EntitlementFile signedWithEd25519(PublicKey publicKey) {
        return signedWith(FileSignature.ed25519(publicKey));
    }

    /**
     * As {@link #signedWithEd25519(PublicKey)}, with a key as OpenSSL writes it.
     *
     * @param publicKey the key that checks, in PEM, which begins with {@code -----BEGIN PUBLIC KEY-----}
     * @return the changed file
     * @throws IllegalArgumentException if it is no such key
     */
    public EntitlementFile signedWithEd25519(String publicKey) {
        return signedWith(FileSignature.ed25519(publicKey));
    }

    /**
     * Refuses the file unless the owner of a key has signed it, and signs it when it is written: for whoever issues licences.
     * Ed25519. By default there is no signature.
     *
     * @param publicKey the key that checks
     * @param privateKey the key that signs
     * @return the changed file
     * @throws IllegalArgumentException if one is a key for something else
     */
    public EntitlementFile signedWithEd25519(PublicKey publicKey, PrivateKey privateKey) {
        return signedWith(FileSignature.ed25519(publicKey, privateKey));
    }

    private EntitlementFile signedWith(FileSignature newSignature) {
        return new EntitlementFile(path, maxAge, newSignature);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it is to be signed and there is no private key to sign it with
     */
    @Override
    public void write(EntitlementExport export) {
        byte[] content = DocumentWriter.write(export);
        try {
            if (signature != null) {
                AtomicFile.write(signaturePath(), signature.sign(content).getBytes(StandardCharsets.US_ASCII));
            }
            AtomicFile.write(path, content);
        } catch (IOException failure) {
            throw new StiggArchiveException(this + " cannot be written: " + failure, failure);
        }
    }

    @Override
    public Optional<EntitlementExport> read() {
        return content().map(content -> {
            Instant now = Instant.now();
            OfflineDocument document = checked(content, now);
            return new EntitlementExport(
                    document.statedAt().orElse(now),
                    List.copyOf(document.customers().values()));
        });
    }

    @Override
    public OfflineDocument document(Instant now) {
        byte[] content = content().orElseThrow(() -> new StiggArchiveException("there is no " + this, null));
        return checked(content, now);
    }

    private OfflineDocument checked(byte[] content, Instant now) {
        if (signature != null) {
            signature.check(content, signatureText(), toString());
        }
        OfflineDocument document = DocumentReader.read(content, toString(), now);
        if (maxAge != null) {
            requireYoung(document, maxAge, now);
        }
        return document;
    }

    private void requireYoung(OfflineDocument document, Duration age, Instant now) {
        Instant statedAt = document.statedAt()
                .orElseThrow(() -> new StiggArchiveException(
                        this + " has no \"statedAt\", and must not be older than " + age, null));
        if (Duration.between(statedAt, now).compareTo(age) > 0) {
            throw new StiggArchiveException(this + " is of " + statedAt + ", and must not be older than " + age, null);
        }
    }

    private Optional<byte[]> content() {
        try {
            long size = Files.size(path);
            if (size > LARGEST) {
                throw new StiggArchiveException(this + " is too large: " + size + " bytes", null);
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new StiggArchiveException(this + " cannot be read: " + unreadable, unreadable);
        }
    }

    private String signatureText() {
        try {
            return Files.readString(signaturePath(), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException missing) {
            throw new StiggArchiveException(
                    this + " is not signed: there is no " + signaturePath().getFileName() + " beside it", null);
        } catch (IOException unreadable) {
            throw new StiggArchiveException("the signature of " + this + " cannot be read: " + unreadable, unreadable);
        }
    }

    private Path signaturePath() {
        return path.resolveSibling(path.getFileName() + ".sig");
    }

    @Override
    public Object stamp() {
        return List.of(stamp(path), stamp(signaturePath()));
    }

    /**
     * What changes when a file does.
     *
     * @param size its size
     * @param modified when it was written
     * @param key what tells it from the file that had its name before
     */
    private record Stamp(long size, FileTime modified, Optional<Object> key) {}

    private static Object stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        } catch (IOException missing) {
            return "missing";
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
