package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.TransportPorts;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over TLS")
class TlsTest extends TransportTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static SSLContext tls;

    private HttpsServer secure;
    private volatile String protocol = "";

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        tls = contextOfANewCertificate(folder);
    }

    @BeforeEach
    void startServer() throws Exception {
        secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        secure.createContext("/graphql", exchange -> {
            protocol = exchange.getProtocol();
            byte[] body = EMPTY_STATE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        secure.start();
    }

    @AfterEach
    void stopServer() {
        secure.stop(0);
    }

    private static SSLContext contextOfANewCertificate(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private HttpTransport secureOptions() {
        return options()
                .baseUri(URI.create("https://127.0.0.1:" + secure.getAddress().getPort()));
    }

    @Test
    @DisplayName("a context that trusts the server gets through, with HTTP/1.1")
    void getsThrough() {
        assertThat(send(secureOptions().sslContext(tls), LATEST).entitlements()).isEmpty();
        assertThat(protocol).isEqualTo("HTTP/1.1");
    }

    @Test
    @DisplayName("updates come through, from a server that is trusted")
    void streams() throws Exception {
        HeardUpdates heard = new HeardUpdates();
        try (ScriptedStream server = secureStream()) {
            TransportPorts ports = secureOptions(server).sslContext(tls).create(clock);
            ports.updates().open(heard);

            ScriptedStream.Peer peer = server.nextOpen();
            peer.tell(peer.usage, StreamTest.usageOf("acme", 1));

            StreamTest.patiently().until(() -> heard.calls.size() == 2);
            ports.transport().close();
            assertThat(heard.calls).containsExactly("open", "update", "end");
        }
    }

    @Test
    @DisplayName("no stream is opened to a server that nobody vouches for")
    void doesNotStream() throws Exception {
        HeardUpdates heard = new HeardUpdates();
        try (ScriptedStream server = secureStream()) {
            TransportPorts ports = secureOptions(server).create(clock);
            ports.updates().open(heard);

            assertThat(heard.cause())
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessageContaining("SSLHandshakeException");
            ports.transport().close();
        }
    }

    private ScriptedStream secureStream() throws Exception {
        return ScriptedStream.on(
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    }

    private HttpTransport secureOptions(ScriptedStream server) {
        return options().baseUri(URI.create("https://127.0.0.1:" + server.uri().getPort()));
    }

    @Test
    @DisplayName("a server that nobody vouches for gets nothing, and the failure says why")
    void doesNotGetThrough() {
        assertThat(failure(secureOptions(), LATEST))
                .isInstanceOf(StiggTransportException.class)
                .hasMessageContaining("SSLHandshakeException");
        assertThat(protocol).isEmpty();
    }
}
