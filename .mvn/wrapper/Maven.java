import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Runs Maven, with what follows {@code ./mvnw} on the command line: the Maven on the PATH if it is new enough for this
 * build, else one that is downloaded once, checked against its SHA-512 and kept under {@code ~/.m2/wrapper}.
 *
 * <p>{@code MVNW_REPOURL}, as with Apache's wrapper, names a Maven repository to download from.
 */
final class Maven {
    private static final String VERSION = "3.9.16";
    private static final String SHA512 = "ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929"
            + "ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3";
    private static final String ARCHIVE = "https://archive.apache.org/dist/maven/maven-3/" + VERSION + "/binaries/";
    private static final int[] OLDEST = {3, 8, 1};
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String maven = isNewEnough("mvn" + (WINDOWS ? ".cmd" : "")) ? "mvn" + (WINDOWS ? ".cmd" : "") : downloaded();
        List<String> command = new ArrayList<>(List.of(maven));
        command.addAll(Arrays.asList(arguments));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static boolean isNewEnough(String maven) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(maven, "--version").redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            Matcher version = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)").matcher(output);
            return process.waitFor() == 0 && version.find() && Arrays.compare(OLDEST, numbers(version)) <= 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static int[] numbers(Matcher version) {
        return new int[] {
            Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)), Integer.parseInt(version.group(3))
        };
    }

    private static String downloaded() throws IOException, InterruptedException {
        Path kept = Path.of(System.getProperty("user.home"), ".m2", "wrapper", "dists");
        Path home = kept.resolve("apache-maven-" + VERSION);
        Path maven = home.resolve("bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
        if (!Files.exists(maven)) {
            Files.createDirectories(kept);
            Path unpacked = Files.createTempDirectory(kept, "unpack");
            Path zip = unpacked.resolve("maven.zip");
            download(source(), zip);
            unzip(zip, unpacked);
            Files.delete(zip);
            Files.move(unpacked.resolve("apache-maven-" + VERSION), home);
            Files.delete(unpacked);
            maven.toFile().setExecutable(true);
        }
        return maven.toString();
    }

    private static URI source() {
        String repository = System.getenv("MVNW_REPOURL");
        String folder = repository == null
                ? ARCHIVE
                : repository.replaceAll("/+$", "") + "/org/apache/maven/apache-maven/" + VERSION + "/";
        return URI.create(folder + "apache-maven-" + VERSION + "-bin.zip");
    }

    private static void download(URI source, Path zip) throws IOException, InterruptedException {
        System.err.println("Downloading Maven " + VERSION + " from " + source);
        HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        HttpResponse<Path> response =
                client.send(HttpRequest.newBuilder(source).build(), HttpResponse.BodyHandlers.ofFile(zip));
        if (response.statusCode() != 200) {
            throw new IOException(source + " answered " + response.statusCode());
        }
        if (!SHA512.equals(sha512(zip))) {
            throw new IOException(source + " is not the Maven " + VERSION + " that this build expects");
        }
    }

    private static String sha512(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("unexpected entry " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
