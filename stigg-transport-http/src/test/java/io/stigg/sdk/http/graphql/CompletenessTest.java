package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ParseAndValidate;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The operation of every request")
class CompletenessTest {
    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(resource("/io/stigg/sdk/emulator/stigg-api.graphql")));

    /** Whose answers have entitlements, which are read as facts, or whose requests are no records of the API's members. */
    private static final Set<Class<?>> READ_BY_HAND = Set.of(
            GetEntitlementsState.class,
            GetSdkConfiguration.class,
            ProvisionCustomer.class,
            ProvisionSubscription.class,
            ApplySubscription.class);

    private static final Set<Class<?>> WRITTEN_BY_HAND = Set.of(GetEntitlementsState.class, GetSdkConfiguration.class);

    /** Parts of inputs that are not sent, and why. */
    private static final List<String> LEFT_OUT = List.of(
            // The API key belongs to one environment.
            "\\w+\\.(.*\\.)?environmentId",
            // Lists are narrowed by what callers have narrowed them by so far; the rest of the comparisons are not
            // modelled.
            "GetCoupons\\.filter\\..*",
            "GetSubscriptions\\.filter\\..*");

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CompletenessTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Class<?>> requests() {
        return concrete(StiggRequest.class);
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CompletenessTest::concrete)
                : Stream.of(type);
    }

    static Stream<Class<?>> readAsRecords() {
        return requests().filter(type -> !READ_BY_HAND.contains(type));
    }

    static Stream<Class<?>> writtenAsRecords() {
        return requests().filter(type -> !WRITTEN_BY_HAND.contains(type));
    }

    private static graphql.language.Document document(Class<?> request) {
        return new Parser().parseDocument(Document.of(request.getSimpleName()).text());
    }

    @ParameterizedTest
    @MethodSource("requests")
    @DisplayName("is bound, and its document asks for nothing that Stigg's schema does not have")
    void isValid(Class<?> request) {
        assertThat(Operations.isBound(request)).isTrue();
        assertThat(ParseAndValidate.validate(SCHEMA, document(request), Locale.ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readAsRecords")
    @DisplayName("selects what the model holds, and no more")
    void selectsTheModel(Class<?> request) {
        Set<String> selected = Paths.selected(document(request))
                .filter(path -> !path.equals(".totalCount")) // which only some lists have
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> held = Paths.held(RecordOperation.answerType(request))
                .filter(path -> !path.endsWith("eature.unitTransformation.divide"))
                .filter(path -> !path.endsWith("eature.unitTransformation.round"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(selected).isEqualTo(held);
    }

    @ParameterizedTest
    @MethodSource("writtenAsRecords")
    @DisplayName("can be told all that Stigg's schema takes")
    void takesEveryInput(Class<?> request) {
        Set<String> sent = Paths.sent(request).collect(Collectors.toSet());

        Set<String> unreachable = taken(document(request), sent)
                .filter(path -> !sent.contains(path))
                .map(path -> request.getSimpleName() + path)
                .filter(path -> LEFT_OUT.stream().noneMatch(path::matches))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unreachable).isEmpty();
    }

    private static Stream<String> taken(graphql.language.Document document, Set<String> sent) {
        return document
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getVariableDefinitions()
                .stream()
                .flatMap(variable -> {
                    String member = "." + variable.getName();
                    boolean isMember =
                            sent.stream().anyMatch(path -> path.equals(member) || path.startsWith(member + "."));
                    return Paths.taken(type(variable), isMember ? member : "");
                });
    }

    private static GraphQLType type(VariableDefinition variable) {
        graphql.language.Type<?> type = variable.getType();
        while (!(type instanceof TypeName)) {
            type = type instanceof graphql.language.NonNullType required
                    ? required.getType()
                    : ((graphql.language.ListType) type).getType();
        }
        return SCHEMA.getType(((TypeName) type).getName());
    }
}
