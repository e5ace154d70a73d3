package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.language.ObjectTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.FastSchemaGenerator;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.stigg.sdk.wire.RecordShape;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engines that execute Stigg's schema. They are made once, because that takes long and emulators start often; what
 * answers the roots comes with each execution, as {@link Roots} in its context.
 */
final class SchemaWiring {
    private static final Pattern V2_SUBSCRIPTION = Pattern.compile("(?m)^ +(entitlements|usage)UpdatedV2: .*\\R");

    // The schema is always the same, so that a test checks it once for all.
    private static final SchemaGenerator.Options UNCHECKED =
            SchemaGenerator.Options.defaultOptions().withValidation(false);

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private SchemaWiring() {}

    private static final class Present {
        static final GraphQL ENGINE = make(Resources.text("stigg-api.graphql"));
    }

    private static final class Former {
        static final GraphQL ENGINE = make(
                V2_SUBSCRIPTION.matcher(Resources.text("stigg-api.graphql")).replaceAll(""));
    }

    static GraphQL engine() {
        return Present.ENGINE;
    }

    /** The engine of a Stigg of former days, whose schema has no subscription of the second version. */
    static GraphQL engineWithoutV2() {
        return Former.ENGINE;
    }

    /** Tells whether the schema has a query or a mutation of a name. */
    static boolean isRoot(String name) {
        GraphQLSchema schema = engine().getGraphQLSchema();
        return Stream.of(schema.getQueryType(), schema.getMutationType())
                .anyMatch(type -> type.getFieldDefinition(name) != null);
    }

    private static GraphQL make(String schema) {
        TypeDefinitionRegistry types = new SchemaParser().parse(schema);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        types.getTypes(ObjectTypeDefinition.class).stream()
                .filter(object -> !ROOTS.contains(object.getName()))
                .forEach(object -> wiring.type(object.getName(), type -> type.defaultDataFetcher(new RecordFields())));
        wiring.type("Query", type -> type.defaultDataFetcher(root -> answer(root, Roots::queries)))
                .type("Mutation", type -> type.defaultDataFetcher(root -> answer(root, Roots::mutations)))
                .type("Subscription", type -> type.defaultDataFetcher(root -> answer(root, Roots::subscriptions)));
        Scalars.all().forEach(wiring::scalar);
        types.getTypes(UnionTypeDefinition.class)
                .forEach(union -> wiring.type(union.getName(), type -> type.typeResolver(SchemaWiring::member)));
        return GraphQL.newGraphQL(new FastSchemaGenerator().makeExecutableSchema(UNCHECKED, types, wiring.build()))
                .defaultDataFetcherExceptionHandler(new ErrorTranslation())
                .build();
    }

    private static @Nullable Object answer(
            DataFetchingEnvironment root, Function<Roots, Map<String, DataFetcher<?>>> kind) throws Exception {
        Roots roots = requireNonNull(root.getGraphQlContext().get(Roots.class));
        String name = root.getField().getName();
        root.getGraphQlContext()
                .<Quota>getOrDefault(Quota.class, Quota.UNLIMITED)
                .spend(name);
        return kind.apply(roots).getOrDefault(name, SchemaWiring::refused).get(root);
    }

    private static Object refused(DataFetchingEnvironment environment) {
        throw Refusal.unsupported(environment.getField().getName());
    }

    private static @Nullable GraphQLObjectType member(TypeResolutionEnvironment environment) {
        Object object = requireNonNull(environment.getObject());
        return environment
                .getSchema()
                .getObjectType(
                        object instanceof Map<?, ?> map
                                ? String.valueOf(map.get(Fields.TYPE))
                                : RecordShape.nameOf(object.getClass()));
    }
}
