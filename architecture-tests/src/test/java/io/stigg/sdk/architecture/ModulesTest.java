package io.stigg.sdk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.stigg.sdk.Stigg;
import java.io.ObjectInput;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The arrows between the modules, and what an adapter shows of itself. */
@AnalyzeClasses(packages = "io.stigg.sdk", importOptions = DoNotIncludeTests.class)
class ModulesTest {
    private static final String HTTP = "io.stigg.sdk.http..";
    private static final String MEMORY = "io.stigg.sdk.memory..";
    private static final String REDIS = "io.stigg.sdk.redis..";
    private static final String OFFLINE = "io.stigg.sdk.offline..";
    private static final String TESTKIT = "io.stigg.sdk.testkit..";
    private static final String EMULATOR = "io.stigg.sdk.emulator..";
    private static final List<String> MODULES = List.of(HTTP, MEMORY, REDIS, OFFLINE, TESTKIT, EMULATOR);

    private static final DescribedPredicate<JavaClass> GENERATED = describe(
            "generated",
            type -> type.getSimpleName().startsWith("Dagger")
                    || type.getName().contains("_")
                    || type.getEnclosingClass()
                            .map(outer -> outer.getSimpleName().startsWith("Dagger"))
                            .orElse(false));

    /** A rule about a package that was renamed would hold for nothing. */
    @ArchTest
    static void every_module_is_looked_at(JavaClasses all) {
        Assertions.assertThat(MODULES)
                .allSatisfy(module -> Assertions.assertThat(all.stream().filter(resideInAPackage(module)))
                        .as(module)
                        .isNotEmpty());
    }

    @ArchTest
    static final ArchRule adapters_know_no_other_adapter = slices().matching(
                    "io.stigg.sdk.(http|memory|redis|offline)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule adapters_know_neither_testkit_nor_emulator = noClasses()
            .that()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTKIT, EMULATOR);

    @ArchTest
    static final ArchRule the_testkit_knows_the_core_alone = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE, EMULATOR);

    @ArchTest
    static final ArchRule the_emulator_builds_on_the_testkit_alone = noClasses()
            .that()
            .resideInAPackage(EMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE);

    @ArchTest
    static final ArchRule nobody_but_the_core_uses_its_internals = noClasses()
            .that()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE, TESTKIT, EMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.stigg.sdk.internal");

    /** On the class path anybody can use what is public; on the module path only what the core shares with their module. */
    @ArchTest
    static final ArchRule what_is_used_of_the_core_is_shared = classes()
            .that()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE, TESTKIT, EMULATOR)
            .should(new ArchCondition<>("use what the core exports to their module") {
                private final ModuleDescriptor core = coreModule();

                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(use -> core.packages().contains(packageOf(use)))
                            .filter(use -> !isShared(core, packageOf(use), user))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            });

    private static String packageOf(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static boolean isShared(ModuleDescriptor core, String packageName, JavaClass user) {
        return core.exports().stream()
                .filter(export -> export.source().equals(packageName))
                .anyMatch(export ->
                        !export.isQualified() || export.targets().stream().anyMatch(user.getPackageName()::startsWith));
    }

    private static ModuleDescriptor coreModule() {
        try {
            URI place = Stigg.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return ModuleFinder.of(Path.of(place))
                    .find("io.stigg.sdk")
                    .orElseThrow()
                    .descriptor();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever can write to Redis, to a file or to a socket must not be able to make objects here. */
    @ArchTest
    static final ArchRule nothing_is_deserialized = noClasses()
            .that()
            .resideInAPackage("io.stigg.sdk..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInput.class);

    @ArchTest
    static final ArchRule wiring_is_hidden = classes()
            .that()
            .areAnnotatedWith("dagger.Component")
            .or()
            .areAnnotatedWith("dagger.Module")
            .should(new ArchCondition<>("not be public, nor nested in what is") {
                @Override
                public void check(JavaClass wiring, ConditionEvents events) {
                    if (isVisible(wiring)) {
                        events.add(SimpleConditionEvent.violated(wiring, wiring.getName() + " is public"));
                    }
                }
            });

    /** What is nested in an interface is public by the letter, and hidden with it. */
    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ModulesTest::isVisible).orElse(true);
    }

    @ArchTest
    static final ArchRule ports_are_implemented_by_hidden_final_classes = classes()
            .that()
            .resideInAnyPackage(HTTP, MEMORY, REDIS, OFFLINE)
            .and()
            .implement(resideInAPackage("io.stigg.sdk.port"))
            .and(DescribedPredicate.not(GENERATED))
            .and()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule libraries_do_not_leak = members()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.not(GENERATED))
            .and(describe(
                    "visible",
                    member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                            || member.getModifiers().contains(JavaModifier.PROTECTED)))
            .should(new ArchCondition<JavaMember>("show no type of a library") {
                @Override
                public void check(JavaMember member, ConditionEvents events) {
                    shown(member)
                            .filter(resideInAnyPackage(
                                    "dagger..",
                                    "jakarta.inject..",
                                    "javax.inject..",
                                    "com.google.gson..",
                                    "org.ehcache..",
                                    "org.redisson..",
                                    "io.netty..",
                                    "graphql..",
                                    "io.undertow.."))
                            .filter(leak -> !isLent(member, leak))
                            .forEach(leak -> events.add(
                                    SimpleConditionEvent.violated(member, member.getFullName() + " shows " + leak)));
                }
            });

    /** The client that an application has already can be lent by it, and by nothing but this method. */
    private static boolean isLent(JavaMember member, JavaClass shown) {
        return shown.getName().equals("org.redisson.api.RedissonClient")
                && member.getFullName().equals("io.stigg.sdk.redis.RedisServers.of(org.redisson.api.RedissonClient)");
    }

    private static Stream<JavaClass> shown(JavaMember member) {
        Stream<JavaType> types = member instanceof JavaCodeUnit unit
                ? Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                : member.getAllInvolvedRawTypes().stream().map(type -> type);
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    @ArchTest
    static final ArchRule an_adapter_shows_few_types = slices().matching("io.stigg.sdk.(http|memory|redis|offline)")
            .should(new ArchCondition<>("have at most three public types") {
                @Override
                public void check(com.tngtech.archunit.library.dependencies.Slice slice, ConditionEvents events) {
                    List<String> shown = slice.stream()
                            .filter(type -> type.isTopLevelClass()
                                    && type.getModifiers().contains(JavaModifier.PUBLIC))
                            .filter(DescribedPredicate.not(GENERATED))
                            .map(JavaClass::getSimpleName)
                            .filter(name -> !name.equals("package-info"))
                            .sorted()
                            .toList();
                    if (shown.size() > 3) {
                        events.add(SimpleConditionEvent.violated(slice, slice.getDescription() + " shows " + shown));
                    }
                }
            });

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .that(DescribedPredicate.not(GENERATED))
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..", "..misc..", "..dto..");

    @ArchTest
    static final ArchRule adapters_print_nothing =
            noClasses().that().resideInAnyPackage(HTTP, MEMORY, REDIS, TESTKIT).should(ACCESS_STANDARD_STREAMS);
}
