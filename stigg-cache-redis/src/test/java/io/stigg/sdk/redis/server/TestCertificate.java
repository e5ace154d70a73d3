package io.stigg.sdk.redis.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate for this machine and the authority that signed it, made anew in each JVM. */
final class TestCertificate {
    /** Guards a certificate that nobody trusts but the tests. */
    static final String PASSWORD = "only-for-tests";

    private static @Nullable TestCertificate made;

    private final Path directory;

    private TestCertificate(Path directory) {
        this.directory = directory;
    }

    static synchronized TestCertificate get() {
        if (made == null) {
            made = make(new TestCertificate(Leftovers.directory("redis-certificate-")));
        }
        return made;
    }

    Path authority() {
        return directory.resolve("authority.pem");
    }

    Path certificate() {
        return directory.resolve("server.pem");
    }

    Path key() {
        return directory.resolve("server-key.pem");
    }

    /** A PKCS12 store with the authority in it, for clients. */
    Path truststore() {
        return directory.resolve("truststore.p12");
    }

    SSLContext client() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(truststore().toFile(), PASSWORD.toCharArray()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestCertificate make(TestCertificate certificate) {
        Path keys = certificate.directory.resolve("keys.p12");
        generate(keys, "authority", List.of("-ext", "bc:c"));
        generate(keys, "server", List.of("-signer", "authority", "-ext", "san=ip:127.0.0.1,dns:localhost"));
        try {
            char[] password = PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance(keys.toFile(), password);
            write(
                    certificate.authority(),
                    "CERTIFICATE",
                    store.getCertificate("authority").getEncoded());
            write(
                    certificate.certificate(),
                    "CERTIFICATE",
                    store.getCertificate("server").getEncoded());
            write(
                    certificate.key(),
                    "PRIVATE KEY",
                    store.getKey("server", password).getEncoded());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", store.getCertificate("authority"));
            try (OutputStream out = Files.newOutputStream(certificate.truststore())) {
                trusted.store(out, password);
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By keytool, for the JDK has no other way to make a certificate. */
    private static void generate(Path keys, String alias, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                alias));
        command.addAll(List.of("-dname", "CN=Redis test " + alias));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "-1d", "-validity", "3"));
        command.addAll(options);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making a certificate", e);
        }
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
