package io.stigg.sdk.offline;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an export as a document from which {@link DocumentReader} reads the same again. Used once. */
final class DocumentWriter {
    private final JsonWriter json;
    private final Instant statedAt;

    private DocumentWriter(JsonWriter json, Instant statedAt) {
        this.json = json;
        this.statedAt = statedAt;
    }

    /** What is known of one customer. */
    private static final class Known {
        @Nullable
        EntitlementSnapshot customer;

        final Map<String, EntitlementSnapshot> resources = new TreeMap<>();
    }

    static byte[] write(EntitlementExport export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            json.setStrictness(Strictness.STRICT);
            new DocumentWriter(json, export.exportedAt()).document(export.snapshots());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void document(List<EntitlementSnapshot> snapshots) throws IOException {
        json.beginObject();
        json.name("statedAt").value(statedAt.toString());
        json.name("customers").beginObject();
        for (Map.Entry<String, Known> customer : byCustomer(snapshots).entrySet()) {
            json.name(customer.getKey()).beginObject();
            customer(customer.getValue());
            json.endObject();
        }
        json.endObject();
        json.endObject();
    }

    private static Map<String, Known> byCustomer(List<EntitlementSnapshot> snapshots) {
        Map<String, Known> customers = new TreeMap<>();
        for (EntitlementSnapshot snapshot : snapshots) {
            CustomerScope scope = snapshot.scope();
            if (!Legible.is(scope)) {
                continue;
            }
            Known known = customers.computeIfAbsent(scope.customerId(), id -> new Known());
            scope.resourceId()
                    .ifPresentOrElse(id -> known.resources.put(id, snapshot), () -> known.customer = snapshot);
        }
        return customers;
    }

    private void customer(Known known) throws IOException {
        if (known.customer != null) {
            stated(known.customer);
        }
        if (!known.resources.isEmpty()) {
            json.name("resources").beginObject();
            for (Map.Entry<String, EntitlementSnapshot> resource : known.resources.entrySet()) {
                json.name(resource.getKey()).beginObject();
                stated(resource.getValue());
                json.endObject();
            }
            json.endObject();
        }
    }

    private void stated(EntitlementSnapshot snapshot) throws IOException {
        if (!snapshot.fetchedAt().equals(statedAt)) {
            json.name("statedAt").value(snapshot.fetchedAt().toString());
        }
        if (snapshot.updatedAt().isPresent()) {
            json.name("updatedAt").value(snapshot.updatedAt().get().toString());
        }
        if (snapshot.denial().isPresent()) {
            json.name("denial").value(snapshot.denial().map(Denial::wireName).get());
        }
        json.name("entitlements").beginObject();
        Set<String> keys = new HashSet<>();
        for (EntitlementFact fact : snapshot.entitlements()) {
            if (!Legible.is(fact)) {
                continue;
            }
            String id = fact.ref().id();
            String key = id;
            // A feature and a currency may have one id.
            while (!keys.add(key) || key.isBlank()) {
                key += "'";
            }
            json.name(key).beginObject();
            if (!key.equals(id)) {
                json.name("id").value(id);
            }
            new FactWriter(json).members(fact);
            json.endObject();
        }
        json.endObject();
    }
}
