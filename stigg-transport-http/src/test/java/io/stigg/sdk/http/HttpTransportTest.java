package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the HTTP transport")
class HttpTransportTest {
    private static final HttpTransport OPTIONS = HttpTransport.withApiKey("server-key");

    @Nested
    @DisplayName("refuse, naming the option,")
    class Refusals {
        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "server key", "server-key\n", "server\u0000key", "sérver"})
        @DisplayName("a key that is none, without showing it")
        void refusesBadKeys(String key) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HttpTransport.withApiKey(key))
                    .withMessageStartingWith("apiKey must")
                    .satisfies(e -> assertThat(key.isBlank() || !e.getMessage().contains(key))
                            .isTrue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT0S", "PT-1S", "PT25H"})
        @DisplayName("durations that make no sense")
        void refusesBadDurations(String text) {
            Duration duration = Duration.parse(text);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.timeout(duration))
                    .withMessageContaining("timeout")
                    .withMessageContaining(text);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.entitlementsTimeout(duration))
                    .withMessageContaining("entitlementsTimeout")
                    .withMessageContaining(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "api.stigg.io", "ftp://api.stigg.io", "https:///graphql", "https://api.stigg.io?x=1",
                    "https://api.stigg.io#x", "https://user:pass@api.stigg.io", "http://under_score:80", "mailto:a@b"
                })
        @DisplayName("addresses that are none of a server")
        void refusesBadAddresses(String text) {
            URI uri = URI.create(text);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.baseUri(uri))
                    .withMessageStartingWith("baseUri")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass@"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.baseEdgeUri(uri))
                    .withMessageStartingWith("baseEdgeUri");
        }

        @Test
        @DisplayName("names and sources that cannot be headers")
        void refusesBadHeaders() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.source(" "))
                    .withMessageContaining("source");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.clientName("a\r\nb: c"))
                    .withMessageContaining("clientName");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.clientVersion("ü"))
                    .withMessageContaining("clientVersion")
                    .withMessageContaining("ü");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        @DisplayName("a bound of no bytes")
        void refusesNoBytes(int bytes) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.maxResponseBytes(bytes))
                    .withMessageContaining("maxResponseBytes")
                    .withMessageContaining(String.valueOf(bytes));
        }

        @Test
        @DisplayName("null anywhere")
        void refusesNull() {
            assertThatThrownBy(() -> HttpTransport.withApiKey(null)).hasMessageContaining("apiKey");
            assertThatThrownBy(() -> OPTIONS.baseUri(null)).hasMessageContaining("baseUri");
            assertThatThrownBy(() -> OPTIONS.timeout(null)).hasMessageContaining("timeout");
            assertThatThrownBy(() -> OPTIONS.httpClient(null)).hasMessageContaining("httpClient");
        }

        @Test
        @DisplayName("a client that follows redirects, which would carry the key away")
        void refusesClientsThatFollowRedirects() {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.httpClient(client))
                    .withMessageContaining("httpClient")
                    .withMessageContaining("NORMAL");
        }

        @Test
        @DisplayName("a client together with parts of one, whatever their order")
        void refusesContradictions() throws Exception {
            HttpClient client = HttpClient.newHttpClient();
            SSLContext tls = SSLContext.getDefault();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.proxy(ProxySelector.getDefault())
                            .httpClient(client)
                            .sslContext(tls)
                            .create(new ManualClock()))
                    .withMessageContaining("httpClient cannot be combined with proxy, sslContext");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            OPTIONS.httpClient(client).executor(Runnable::run).create(new ManualClock()))
                    .withMessageContaining("executor");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"http://api.stigg.io", "http://10.0.0.1:4000", "http://[2001:db8::1]", "HTTP://0.0.0.0"})
        @DisplayName("plain http to other machines")
        void refusesPlainHttp(String uri) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.baseUri(URI.create(uri)).create(new ManualClock()))
                    .withMessageStartingWith("baseUri http://")
                    .withMessageContaining("allowPlainHttp");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPTIONS.baseEdgeUri(URI.create(uri)).create(new ManualClock()))
                    .withMessageStartingWith("baseEdgeUri http://");
        }
    }

    @Nested
    @DisplayName("accept")
    class Acceptance {
        @ParameterizedTest
        @ValueSource(
                strings = {"http://localhost:4000", "http://LOCALHOST", "http://127.0.0.1:4000", "http://[::1]:4000"})
        @DisplayName("plain http to this machine")
        void acceptsPlainHttpToLoopback(String uri) {
            assertThatCode(() -> OPTIONS.baseUri(URI.create(uri))
                            .create(new ManualClock())
                            .transport()
                            .close())
                    .doesNotThrowAnyException();
        }

        @Test
        @DisplayName("plain http elsewhere when it is allowed, before or after the address")
        void acceptsPlainHttpWhenAllowed() {
            URI uri = URI.create("http://stigg.internal");

            assertThatCode(() -> {
                        OPTIONS.allowPlainHttp()
                                .baseUri(uri)
                                .create(new ManualClock())
                                .transport()
                                .close();
                        OPTIONS.baseUri(uri)
                                .allowPlainHttp()
                                .create(new ManualClock())
                                .transport()
                                .close();
                    })
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://api.stigg.io, https://edge.api.stigg.io, https://api.stigg.io/graphql",
        "https://api.stigg.io/, https://edge.api.stigg.io, https://api.stigg.io/graphql",
        "HTTPS://API.stigg.io, https://edge.api.stigg.io, https://api.stigg.io/graphql",
        "https://api.stigg.io:8443/base, https://edge.api.stigg.io:8443/base, https://api.stigg.io:8443/base/graphql",
        "https://api.stigg.io/a%20b//, https://edge.api.stigg.io/a%20b, https://api.stigg.io/a%20b/graphql",
        "http://localhost:4000, http://localhost:3060, http://localhost:4000/graphql",
        "http://127.0.0.1:4000/x, http://127.0.0.1:3060/x, http://127.0.0.1:4000/x/graphql",
        "http://[::1]:4000, http://[::1]:3060, http://[::1]:4000/graphql",
        "https://10.0.0.1, off, https://10.0.0.1/graphql",
        "https://[2001:db8::1], off, https://[2001:db8::1]/graphql",
    })
    @DisplayName("derive the edge and the endpoint from the base")
    void derivesAddresses(String base, String edge, String graphQl) {
        HttpTransport options = OPTIONS.baseUri(URI.create(base));

        assertThat(options.endpoints().edge().map(URI::toString).orElse("off")).isEqualTo(edge);
        assertThat(options.endpoints().graphQl()).hasToString(graphQl);
    }

    @Test
    @DisplayName("prefer an edge that is given, and no edge when it is switched off")
    void prefersWhatIsGiven() {
        HttpTransport given = OPTIONS.baseEdgeUri(URI.create("https://edge.example.com/"));

        assertThat(given.endpoints().edge()).contains(URI.create("https://edge.example.com"));
        assertThat(given.baseUri(URI.create("https://10.0.0.1")).endpoints().edge())
                .contains(URI.create("https://edge.example.com"));
        assertThat(given.withoutEdge().endpoints().edge()).isEmpty();
    }

    @Test
    @DisplayName("are values: changing one leaves the original as it was, and keeps the other options")
    void areImmutable() {
        HttpTransport changed = OPTIONS.timeout(Duration.ofSeconds(1))
                .entitlementsTimeout(Duration.ofSeconds(2))
                .source("S")
                .clientName("n")
                .clientVersion("v")
                .maxResponseBytes(7)
                .baseUri(URI.create("https://example.com"));

        assertThat(OPTIONS.budgets()).isEqualTo(Budgets.standard());
        assertThat(OPTIONS.endpoints()).isEqualTo(Endpoints.production());
        assertThat(changed.budgets()).isEqualTo(new Budgets(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThat(changed.identity()).isEqualTo(new ClientIdentity("S", "n", "v"));
        assertThat(changed.maxResponseBytes()).isEqualTo(7);
    }

    @Test
    @DisplayName("print without the key")
    void printWithoutTheKey() {
        assertThat(OPTIONS.toString()).contains("https://api.stigg.io", "PT30S").doesNotContain("server-key");
        assertThat(OPTIONS.apiKey().toString()).doesNotContain("server-key");
    }
}
