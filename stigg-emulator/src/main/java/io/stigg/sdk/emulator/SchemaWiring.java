package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Binds Stigg's schema to what answers it. */
final class SchemaWiring {
    private static final Pattern V2_SUBSCRIPTION = Pattern.compile("(?m)^ +(entitlements|usage)UpdatedV2: .*\\R");

    private SchemaWiring() {}

    static GraphQL engine(Roots roots) {
        return engine(Resources.text("stigg-api.graphql"), roots);
    }

    /** Makes the engine of a Stigg of former days, whose schema has no subscription of the second version. */
    static GraphQL engineWithoutV2(Roots roots) {
        String schema = Resources.text("stigg-api.graphql");
        return engine(V2_SUBSCRIPTION.matcher(schema).replaceAll(""), roots);
    }

    private static GraphQL engine(String schema, Roots roots) {
        TypeDefinitionRegistry types = new SchemaParser().parse(schema);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetchers(fetchers(roots.queries())).defaultDataFetcher(SchemaWiring::refused))
                .type(
                        "Mutation",
                        type -> type.dataFetchers(fetchers(roots.mutations()))
                                .defaultDataFetcher(SchemaWiring::refused))
                .type(
                        "Subscription",
                        type -> type.dataFetchers(fetchers(roots.subscriptions()))
                                .defaultDataFetcher(SchemaWiring::refused));
        Scalars.all().forEach(wiring::scalar);
        types.getTypes(UnionTypeDefinition.class)
                .forEach(union -> wiring.type(union.getName(), type -> type.typeResolver(SchemaWiring::member)));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
                .defaultDataFetcherExceptionHandler(new ErrorTranslation())
                .build();
    }

    // The engine's signature is raw.
    @SuppressWarnings("rawtypes")
    private static Map<String, DataFetcher> fetchers(Map<String, DataFetcher<?>> fetchers) {
        return Map.copyOf(fetchers);
    }

    private static Object refused(DataFetchingEnvironment environment) {
        throw Refusal.unsupported(environment.getField().getName());
    }

    private static @Nullable GraphQLObjectType member(TypeResolutionEnvironment environment) {
        Map<?, ?> object = requireNonNull(environment.getObject());
        return environment.getSchema().getObjectType(String.valueOf(object.get(Fields.TYPE)));
    }
}
