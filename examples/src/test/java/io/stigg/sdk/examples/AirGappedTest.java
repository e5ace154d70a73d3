package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The example of an installation without a network")
class AirGappedTest {
    @Test
    @DisplayName("works with a signed licence, refuses a forged one, and starts while Stigg is down")
    void story(@TempDir Path directory) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        AirGapped.run(new PrintStream(out, true, StandardCharsets.UTF_8), directory);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsSubsequence(
                        "The product, which has no network, works with it",
                        "check single sign-on: denied, NoFeatureEntitlementInSubscription",
                        "check an API call: granted (0 used)",
                        "check an API call after 100: denied, RequestedUsageExceedingLimit (100 used)",
                        "GetCustomerById is not available offline",
                        "Somebody raises a limit",
                        "refused: the signature of forged.json is wrong: it was changed after it was signed, or signed by somebody else",
                        "A service of the vendor's starts while Stigg is down",
                        "check an API call: granted (0 used)",
                        "which is what was known: STALE");
    }
}
