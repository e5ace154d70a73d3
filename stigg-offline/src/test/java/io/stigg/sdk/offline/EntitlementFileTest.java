package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.Documents.NOW;
import static io.stigg.sdk.offline.Documents.export;
import static io.stigg.sdk.offline.Documents.snapshot;
import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of entitlements")
class EntitlementFileTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final EntitlementSnapshot ACME = acme("sso");

    @TempDir
    Path directory;

    private Path path;
    private EntitlementFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("last-known.json");
        file = EntitlementFile.at(path);
    }

    private static EntitlementSnapshot acme(String... features) {
        return snapshot("acme", granting(features).facts().toArray(EntitlementFact[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(found -> found.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("keeps an export, and nothing is left beside it")
    void keeps() throws IOException {
        file.write(export(ACME));

        assertThat(file.read()).contains(export(ACME));
        assertThat(names()).containsExactly("last-known.json");
    }

    @Test
    @DisplayName("replaces the export before")
    void replaces() {
        file.write(export(ACME, snapshot("other")));

        file.write(export(acme("analytics")));

        assertThat(file.read()).contains(export(acme("analytics")));
    }

    @Test
    @DisplayName("is nothing as long as there is none, and that is an error for who has to work with it")
    void missing() {
        assertThat(file.read()).isEmpty();
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(() -> file.document(NOW))
                .withMessage("there is no " + path);
    }

    @Test
    @DisplayName("stays as it is if it cannot be replaced, and nothing is left beside it")
    void failure() throws IOException {
        Files.createDirectories(path.resolve("occupied"));

        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(() -> file.write(export(ACME)))
                .withMessageContaining(path + " cannot be written");
        assertThat(names()).containsExactly("last-known.json");
        assertThat(path).isDirectory();
    }

    @Test
    @DisplayName("cannot be written where there is no directory")
    void noDirectory() {
        EntitlementFile nowhere = EntitlementFile.at(directory.resolve("no/such/file.json"));

        assertThatExceptionOfType(StiggArchiveException.class).isThrownBy(() -> nowhere.write(export(ACME)));
    }

    @Test
    @DisplayName("is its owner's alone")
    void permissions() throws IOException {
        assumeThat(Files.getFileStore(directory).supportsFileAttributeView("posix"))
                .isTrue();

        file.write(export(ACME));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("is whole whenever it is read while it is written")
    void atomic() {
        file.write(export(ACME));
        EntitlementSnapshot large = acme(Stream.iterate(0, i -> i + 1)
                .limit(2_000)
                .map(i -> "feature-" + i)
                .toArray(String[]::new));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 50; i++) {
                file.write(export(i % 2 == 0 ? large : ACME));
            }
        });

        int reads = 0;
        while (!writing.isDone() || reads == 0) {
            assertThat(file.read().orElseThrow().snapshots()).hasSize(1);
            reads++;
        }

        writing.join();
    }

    @Test
    @DisplayName("leaves entitlements of everybody aside as an archive: they are not known of anybody")
    void everybody() throws IOException {
        Files.writeString(path, "{\"entitlements\": {\"sso\": {\"type\": \"BOOLEAN\"}}}");

        assertThat(file.read().orElseThrow().snapshots()).isEmpty();
    }

    @Test
    @DisplayName("says where it is if something in it is wrong")
    void wrong() throws IOException {
        Files.writeString(path, "{\n\"customers\": 5}");

        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(file::read)
                .withMessage(path + ", $.customers (line 2): is not an object");
    }

    @Test
    @DisplayName("is refused once it is too old, or if it does not say how old it is")
    void age() throws IOException {
        EntitlementFile young = file.maxAge(Duration.ofHours(1));
        young.write(new EntitlementExport(Instant.now().minusSeconds(3_000), List.of(ACME)));
        boolean before = young.read().isPresent();

        young.write(new EntitlementExport(Instant.now().minusSeconds(3_700), List.of(ACME)));

        assertThat(before).isTrue();
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(young::read)
                .withMessageContaining("must not be older than PT1H");
        Files.writeString(path, "{\"customers\": {}}");
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(young::read)
                .withMessageContaining("has no \"statedAt\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.maxAge(Duration.ZERO))
                .withMessageStartingWith("age");
    }

    @Test
    @DisplayName("that is to be signed is signed as it is written, and accepted as it is read")
    void signed() throws IOException {
        EntitlementFile signed = file.signedWithHmacSha256(SECRET);

        signed.write(export(ACME));

        assertThat(names()).containsExactly("last-known.json", "last-known.json.sig");
        assertThat(signed.read()).contains(export(ACME));
    }

    @Test
    @DisplayName("that is to be signed is refused if it is not, or has been changed, if only by a space")
    void forged() throws IOException {
        EntitlementFile signed = file.signedWithHmacSha256(SECRET);
        file.write(export(ACME));

        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(signed::read)
                .withMessageContaining("is not signed: there is no last-known.json.sig");
        signed.write(export(ACME));
        Files.writeString(path, Files.readString(path) + " ");
        assertThatExceptionOfType(StiggArchiveException.class)
                .isThrownBy(() -> signed.document(NOW))
                .withMessageContaining("is wrong");
    }

    @Test
    @DisplayName("is issued by the owner of a key, and checked by everybody")
    void issued() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        file.signedWithEd25519(keys.getPublic(), keys.getPrivate()).write(export(ACME));

        assertThat(file.signedWithEd25519(keys.getPublic()).read()).contains(export(ACME));
        assertThat(file.signedWithHmacSha256(SECRET)).asString().isEqualTo(path.toString());
    }

    @Test
    @DisplayName("comes signed by OpenSSL as well")
    void openssl() throws IOException {
        for (String name : List.of("licence.json", "licence.json.sig")) {
            try (InputStream resource = EntitlementFileTest.class.getResourceAsStream(name)) {
                Files.copy(resource, directory.resolve(name));
            }
        }
        String publicKey;
        try (InputStream resource = EntitlementFileTest.class.getResourceAsStream("public.pem")) {
            publicKey = new String(resource.readAllBytes(), UTF_8);
        }

        EntitlementFile licence =
                EntitlementFile.at(directory.resolve("licence.json")).signedWithEd25519(publicKey);

        assertThat(licence.document(NOW).defaults())
                .contains(granting("feature-sso").facts());
    }

    @Test
    @DisplayName("that cannot be signed is not written")
    void noPrivateKey() throws GeneralSecurityException {
        EntitlementFile checked = file.signedWithEd25519(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());

        assertThatIllegalStateException().isThrownBy(() -> checked.write(export(ACME)));
        assertThat(path).doesNotExist();
    }

    @Test
    @DisplayName("is told from the one before by its stamp, which stays the same as long as it does")
    void stamp() throws IOException {
        Object none = file.stamp();
        file.write(export(ACME));
        Object first = file.stamp();
        Object again = file.stamp();
        file.write(export(ACME));
        Object replaced = file.stamp();
        Files.writeString(directory.resolve("last-known.json.sig"), "x");

        assertThat(first).isNotEqualTo(none).isEqualTo(again).isNotEqualTo(replaced);
        assertThat(file.stamp()).isNotEqualTo(replaced);
    }
}
