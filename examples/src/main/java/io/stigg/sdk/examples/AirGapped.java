package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggArchiveException;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.offline.EntitlementFile;
import io.stigg.sdk.offline.OfflineStigg;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.ReportUsage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;

/**
 * A product that runs where there is no network. The vendor exports what a customer is entitled to and signs it; the installation
 * checks the signature and works with it. A service of the vendor's own starts from such a file while Stigg is down.
 */
public final class AirGapped {
    private static final String CUSTOMER = "customer-acme";
    private static final String CALLS = "feature-api-calls";

    private final PrintStream out;

    private AirGapped(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the example.
     *
     * @param args are not looked at
     * @throws IOException if there is no place for files
     * @throws GeneralSecurityException never, with a JDK that has Ed25519
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("stigg-air-gapped");
        run(System.out, directory);
        System.out.println();
        System.out.println("The files are in " + directory);
    }

    static void run(PrintStream out, Path directory) throws IOException, GeneralSecurityException {
        AirGapped story = new AirGapped(out);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path licence = directory.resolve("licence.json");
        try (SdkClock clock = SdkClock.system()) {
            StiggBackend stigg = StiggBackend.of(AcmeCatalog.create(), clock);
            story.issue(stigg, EntitlementFile.at(licence).signedWithEd25519(keys.getPublic(), keys.getPrivate()));
            story.install(licence, keys.getPublic());
            story.forge(licence, keys.getPublic());
            story.startWithoutStigg(stigg, EntitlementFile.at(licence).signedWithEd25519(keys.getPublic()));
        }
    }

    private void issue(StiggBackend stigg, EntitlementFile licence) {
        out.println("The vendor, who is online, issues a licence");
        try (Stigg vendor = stigg.newClient()) {
            vendor.customers().provision(ProvisionCustomer.of(CUSTOMER).subscribedTo(PlanSelection.of("plan-free")));
            vendor.exportEntitlements(licence);
            out.println(
                    "  " + vendor.getEntitlements(CustomerScope.of(CUSTOMER)).size() + " entitlements of " + CUSTOMER
                            + ", signed");
        }
    }

    private void install(Path licence, PublicKey vendorKey) {
        out.println();
        out.println("The product, which has no network, works with it");
        try (Stigg product = OfflineStigg.builder()
                .file(EntitlementFile.at(licence).signedWithEd25519(vendorKey))
                .trackingUsage()
                .build()) {
            show("single sign-on", product.getBooleanEntitlement(BooleanQuery.of(CUSTOMER, "feature-sso")));
            show("an API call", calls(product));
            product.reportUsage(ReportUsage.of(CUSTOMER, CALLS, 100));
            show("an API call after 100", calls(product));
            refuse(product);
        }
    }

    private static MeteredEntitlement calls(Stigg client) {
        return client.getMeteredEntitlement(MeteredQuery.of(CUSTOMER, CALLS).requesting(1));
    }

    private void refuse(Stigg product) {
        try {
            product.customers().get(CUSTOMER);
        } catch (StiggOfflineException refusal) {
            out.println("  " + refusal.getMessage());
        }
    }

    private void forge(Path licence, PublicKey vendorKey) throws IOException {
        out.println();
        out.println("Somebody raises a limit");
        Path forged = licence.resolveSibling("forged.json");
        Files.writeString(forged, Files.readString(licence).replace("\"usageLimit\":100,", "\"usageLimit\":100000,"));
        Files.copy(licence.resolveSibling("licence.json.sig"), licence.resolveSibling("forged.json.sig"));
        try (Stigg product = OfflineStigg.builder()
                .file(EntitlementFile.at(forged).signedWithEd25519(vendorKey))
                .build()) {
            show("an API call", calls(product));
        } catch (StiggArchiveException refusal) {
            out.println("  refused: " + String.valueOf(refusal.getMessage()).replace(forged.toString(), "forged.json"));
        }
    }

    private void startWithoutStigg(StiggBackend stigg, EntitlementFile lastKnown) {
        out.println();
        out.println("A service of the vendor's starts while Stigg is down");
        stigg.goDown();
        try (Stigg service = Stigg.builder()
                .transport(stigg.transport())
                .cache(MemoryCache.ofCustomers(1_000))
                .checkTimeout(Duration.ofSeconds(1))
                .bootstrapFrom(lastKnown)
                .build()) {
            MeteredEntitlement answer = calls(service);
            show("an API call", answer);
            out.println("  which is what was known: " + answer.basis());
        }
    }

    private void show(String question, Entitlement answer) {
        out.println("  check " + question + ": "
                + answer.accessDeniedReason()
                        .map(reason -> "denied, " + reason.wireName())
                        .orElse("granted")
                + (answer instanceof MeteredEntitlement calls
                        ? " (" + Math.round(calls.currentUsage()) + " used)"
                        : ""));
    }
}
