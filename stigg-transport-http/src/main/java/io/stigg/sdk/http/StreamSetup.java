package io.stigg.sdk.http;

import io.stigg.sdk.http.graphql.Anomalies;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.http.graphql.LackedTopics;
import io.stigg.sdk.port.SdkClock;
import java.net.URI;

/** What the connections of one stream of updates have in common. */
record StreamSetup(
        URI uri,
        Connections connections,
        SdkClock clock,
        Headers headers,
        StreamFailures failures,
        Envelope envelope,
        Anomalies anomalies,
        LackedTopics lacked,
        int maxMessageBytes) {}
