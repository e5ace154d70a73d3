package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quick start")
class QuickstartTest {
    private static List<String> run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Quickstart.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().map(String::strip).collect(Collectors.toList());
    }

    @Test
    @DisplayName("follows a customer from the free plan to its limit and beyond, and asks Stigg for no check")
    void story() {
        List<String> checks =
                run().stream().filter(line -> line.startsWith("check ")).toList();

        assertThat(checks)
                .allMatch(line -> line.endsWith(" 0 network call(s)"))
                .extracting(line -> line.replaceAll(" {2,}.*", "") + ": " + verdict(line))
                .containsExactly(
                        "check single sign-on: denied, NoFeatureEntitlementInSubscription",
                        "check largest file: granted (10 MB)",
                        "check support by e-mail: denied, RequestedValuesMismatch (allowed: [community])",
                        "check 50 API calls: granted (0 of 100 used)",
                        "check 1 API call: denied, RequestedUsageExceedingLimit (100 of 100 used)",
                        "check 1 API call: granted (0 of 1000 used)",
                        "check analytics: granted");
    }

    private static String verdict(String line) {
        return line.replaceFirst(".*? {2,}", "").replaceFirst(" {2,}.*", "");
    }
}
