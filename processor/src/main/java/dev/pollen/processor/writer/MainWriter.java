// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pollen.processor.model.MainClass;
import javax.lang.model.element.Modifier;

/** Writes the classes with the {@code main} methods that start an executor and a task. */
public final class MainWriter {
    private static final TypeName STRINGS = TypeName.get(String[].class);

    private MainWriter() {}

    /**
     * Writes a main class.
     *
     * @param main the class
     * @return its source file, with the task as the one element that it comes from
     */
    public static JavaFile write(MainClass main) {
        TypeSpec.Builder type = TypeSpec.classBuilder(main.simpleName())
                .addOriginatingElement(main.task().element())
                .addJavadoc(
                        "Starts {@link $T#$L} on an executor.",
                        ClassName.get(main.task().owner()),
                        main.task().element().getSimpleName())
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.EXECUTOR.nestedClass("Init"));
        main.shadowed().forEach(type::alwaysQualify);
        boolean strings = main.arguments() == MainClass.Arguments.SPAWNER_AND_STRINGS;
        if (strings) {
            type.addField(STRINGS, "args", Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor(strings))
                .addMethod(start(main))
                .addMethod(main(ClassName.get(main.packageName(), main.simpleName()), strings));
        return JavaFile.builder(main.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static MethodSpec constructor(boolean strings) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (strings) {
            constructor.addParameter(STRINGS, "args").addStatement("this.args = args");
        }
        return constructor.build();
    }

    private static MethodSpec start(MainClass main) {
        MethodSpec.Builder start = MethodSpec.methodBuilder("start")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.SPAWNER, "spawner");
        if (main.declaresExceptions()) {
            start.beginControlFlow("try")
                    .addStatement("spawner.spawn($L)", call(main))
                    .nextControlFlow("catch ($T never)", Throwable.class)
                    .addComment("A call only claims a slot; the task's exceptions go to the executor's handler.")
                    .addStatement("throw new $T(never)", AssertionError.class)
                    .endControlFlow();
        } else {
            start.addStatement("spawner.spawn($L)", call(main));
        }
        return start.build();
    }

    private static CodeBlock call(MainClass main) {
        String arguments = switch (main.arguments()) {
            case NONE -> "";
            case SPAWNER -> "spawner";
            case SPAWNER_AND_STRINGS -> "spawner, args";
        };
        return CodeBlock.of(
                "$T.$L($L)",
                ClassName.get(main.task().owner()),
                main.task().element().getSimpleName(),
                arguments);
    }

    private static MethodSpec main(ClassName self, boolean strings) {
        return MethodSpec.methodBuilder("main")
                .addJavadoc("Runs until no task is left; exits with 1 if something went wrong that nobody caught.\n\n"
                        + "@param args the command line\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(STRINGS, "args")
                .beginControlFlow("try ($T executor = new $T())", RuntimeTypes.EXECUTOR, RuntimeTypes.EXECUTOR)
                .addStatement("executor.run(new $T($L))", self, strings ? "args" : "")
                .beginControlFlow("if (executor.failures() > 0)")
                .addStatement("$T.exit(1)", System.class)
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
