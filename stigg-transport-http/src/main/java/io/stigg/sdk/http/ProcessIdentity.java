package io.stigg.sdk.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Which process this is, the same for all clients in it. */
record ProcessIdentity(String hostName, long pid, long startMillis) {
    static ProcessIdentity current() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        return new ProcessIdentity(localHostName(), process.pid(), start);
    }

    /** The API wants MD5, as a name and not as a protection. */
    String fingerprint() {
        try {
            byte[] text = (hostName + pid + startMillis).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException forbidden) {
            return "unavailable";
        }
    }

    private static String localHostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "?");
        } catch (UnknownHostException unnamed) {
            return "unknown";
        }
    }
}
