package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static io.stigg.sdk.offline.OfflineEntitlements.limit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.usage.ReportUsage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImplFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of its own with nothing but the offline module and the core on its class path, in which whoever opens a socket
 * fails. Prints what it saw, for {@link NoNetworkTest} to judge. It closes no client, and ends.
 */
final class OfflineProcess {
    private static final String JSON = "{\"entitlements\": {\"sso\": {\"type\": \"BOOLEAN\"}}}";

    private OfflineProcess() {}

    public static void main(String[] args) throws IOException {
        forbidSockets();
        Set<String> threads = threads();
        use(OfflineStigg.builder()
                .customer("cust-1", granting("sso").metered("calls", limit(10)))
                .trackingUsage()
                .build());
        use(OfflineStigg.fromFallbacks(Fallbacks.none()
                .feature("sso", FixedAnswer.granted())
                .feature("calls", FixedAnswer.granted().withLimit(10))));
        Stigg fromJson = OfflineStigg.fromJson(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
        require(fromJson.getBooleanEntitlement(BooleanQuery.of("anybody", "sso"))
                .hasAccess());
        Set<String> started = threads();
        started.removeAll(threads);
        System.out.println("threads: " + started);
        System.out.println("sockets: " + sockets());
        System.out.println("done");
    }

    private static void use(Stigg stigg) {
        require(stigg.getBooleanEntitlement(BooleanQuery.of("cust-1", "sso")).hasAccess());
        require(stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", "calls").requesting(1))
                .hasAccess());
        require(!stigg.getEntitlements(CustomerScope.of("cust-1")).isEmpty());
        require(stigg.awaitReady(Duration.ZERO));
        stigg.reportUsage(ReportUsage.of("cust-1", "calls", 1));
        stigg.reloadEntitlements(CustomerScope.of("cust-1"));
        try {
            stigg.customers().provision(ProvisionCustomer.of("cust-1"));
            require(false);
        } catch (StiggOfflineException expected) {
            require(expected.operation().equals("ProvisionCustomer"));
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError("the client did not do what it does offline");
        }
    }

    @SuppressWarnings("deprecation") // there is no other way to forbid them
    private static void forbidSockets() throws IOException {
        SocketImplFactory refusal = () -> {
            throw new AssertionError("somebody opens a socket");
        };
        Socket.setSocketImplFactory(refusal);
        ServerSocket.setSocketFactory(refusal);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new AssertionError("somebody opens a socket");
        });
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw new AssertionError("somebody looks for a way to " + uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long sockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(OfflineProcess::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }
}
