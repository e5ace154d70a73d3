package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.usage.ReportUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that is closed")
class ClosedClientTest extends ClientTest {
    @Test
    @DisplayName("answers checks from fallbacks and throws for everything else")
    void afterwards() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);

        stigg.close();
        stigg.close();

        assertThat(stigg.getBooleanEntitlement(SSO).isFallback()).isTrue();
        assertThatThrownBy(() -> stigg.reportUsage(ReportUsage.of("acme", "calls", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(stigg.sendAsync(new GetSdkConfiguration())).isCompletedExceptionally();
        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.CLOSED);
        assertThat(transport.closed).isTrue();
        assertThat(clock.waiting()).isZero();
    }
}
