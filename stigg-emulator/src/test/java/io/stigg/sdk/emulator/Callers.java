package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Callers that are not quite welcome: from another address, and under another name. */
final class Callers {
    private Callers() {}

    /** Where an emulator that listens at all addresses is found by other machines. */
    static URI seenFromAfar(StiggEmulator listening) throws IOException {
        Optional<InetAddress> address = NetworkInterface.networkInterfaces()
                .filter(Callers::isUp)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                .findAny();
        Assumptions.assumeTrue(address.isPresent(), "this machine has no other address");
        return URI.create("http://" + address.orElseThrow().getHostAddress() + ":"
                + listening.uri().getPort());
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks under a name of the caller's choice, and returns the whole answer. */
    static String getAs(String host, URI uri, String path) throws IOException {
        String request = String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: " + host,
                "X-API-KEY: secret-key",
                "Connection: close",
                "",
                "");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
