package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages of the console")
class ConsoleAccessTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("secret-key").start();
    private final RawClient client = new RawClient(emulator.uri(), "secret-key");

    @AfterEach
    void close() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ text/html",
                "/console/console.css text/css",
                "/console/app.js text/javascript",
                "/console/preact.js text/javascript",
                "/console/icon.svg image/svg+xml"
            })
    @DisplayName("are served as what they are, without a key, and shut in by the browser")
    void served(String page) {
        List<String> expected = List.of(page.split(" "));

        Answer answer = new RawClient(emulator.uri(), "no key").get(expected.get(0));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith(expected.get(1));
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(answer.text()).doesNotContain("http://localhost", "secret-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/nothing.js",
                "/console/../stigg-api.graphql",
                "/console/%2e%2e/stigg-api.graphql",
                "/console/index.html",
                "/favicon.ico"
            })
    @DisplayName("are all there is below /console")
    void nothingElse(String path) throws IOException {
        assertThat(Callers.getAs("127.0.0.1", emulator.uri(), path)).startsWith("HTTP/1.1 404 ");
    }

    @Test
    @DisplayName("only take GET, and are not part of what was received")
    void onlyGet() {
        Answer posted = client.post("/", "{}");
        client.get("/");

        assertThat(posted.status()).isEqualTo(405);
        assertThat(emulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"})
    @DisplayName("are not shown to a page that has bent its name to this machine")
    void foreignHost(String host) throws IOException {
        assertThat(Callers.getAs(host, emulator.uri(), "/")).startsWith("HTTP/1.1 403 ");
        assertThat(Callers.getAs(host, emulator.uri(), "/control/live")).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/app.js", "/control/live"})
    @DisplayName("are not shown to the pages of others")
    void foreignOrigin(String path) {
        HttpRequest.Builder request = client.to(path).header("Origin", "http://evil.example");

        assertThat(client.send(request.GET()).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("are not shown to other machines")
    void otherMachines() throws IOException {
        try (StiggEmulator listening =
                StiggEmulator.serving(backend).host("0.0.0.0").start()) {
            RawClient remote = new RawClient(Callers.seenFromAfar(listening), "any");

            assertThat(remote.get("/").status()).isEqualTo(403);
            assertThat(remote.get("/control/live").status()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("are shown to other machines where that is allowed, by this one's address and to no foreign page")
    void otherMachinesAllowed() throws IOException {
        try (StiggEmulator listening = StiggEmulator.serving(backend)
                .host("0.0.0.0")
                .allowRemoteControl()
                .start()) {
            URI seen = Callers.seenFromAfar(listening);
            RawClient remote = new RawClient(seen, "any");

            assertThat(remote.get("/").status()).isEqualTo(200);
            assertThat(remote.send(remote.to("/control/clock")
                                    .header("Origin", seen.toString())
                                    .GET())
                            .status())
                    .as("its own page")
                    .isEqualTo(200);
            assertThat(remote.send(remote.to("/")
                                    .header("Origin", "http://evil.example")
                                    .GET())
                            .status())
                    .isEqualTo(403);
            assertThat(Callers.getAs("emulator.example", seen, "/")).startsWith("HTTP/1.1 403 ");
        }
    }
}
