package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The emulator's documentation")
class DocumentationTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "emulator.md");
    private static final Pattern CURL = Pattern.compile(
            "(?m)^curl (?:-H '.*?' )?(?:-X (\\w+) )?(?:'?)http://127\\.0\\.0\\.1:4000([^\\s']+)(?:'?)(?: -d '(.*)')?$");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(--[a-z-]+)");
    private static final Pattern RESOURCE = Pattern.compile("/control/[a-z]+");

    private static String text() throws IOException {
        return Files.readString(DOCUMENT);
    }

    private static Answer send(RawClient client, MatchResult curl) {
        if (curl.group(3) != null) {
            return client.send(client.to(curl.group(2)).POST(BodyPublishers.ofString(curl.group(3))));
        }
        String method = curl.group(1) == null ? "GET" : curl.group(1);
        return client.send(client.to(curl.group(2)).method(method, BodyPublishers.noBody()));
    }

    @Test
    @DisplayName("shows nothing that does not work as shown, in this order")
    void works() throws IOException {
        List<MatchResult> shown = CURL.matcher(text()).results().toList();
        assertThat(shown)
                .hasSameSizeAs(
                        text().lines().filter(line -> line.startsWith("curl")).toList());
        try (StiggEmulator emulator =
                StiggEmulator.serving(StiggBackend.acme()).apiKey("key").start()) {
            RawClient client = new RawClient(emulator.uri(), "key");

            assertThat(shown).allSatisfy(curl -> {
                Answer answer = send(client, curl);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.json()).doesNotContainKey("errors");
            });
        }
    }

    @Test
    @DisplayName("tells of every resource of the control")
    void isComplete() throws IOException {
        List<String> resources = RESOURCE.matcher(CommandLine.USAGE)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(resources).hasSizeGreaterThan(4);
        assertThat(text()).contains(resources);
    }

    @Test
    @DisplayName("tells of the same options as the program itself, in the same order")
    void helpsAlike() throws IOException {
        List<String> told = Pattern.compile("(?m)^\\| `(--[a-z-]+)")
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(OPTION.matcher(CommandLine.USAGE)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }
}
