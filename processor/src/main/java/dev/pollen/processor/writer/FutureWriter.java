// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.AwaitText;
import dev.pollen.processor.model.FutureClass;
import dev.pollen.processor.model.MethodSource;
import dev.pollen.processor.model.ResultKind;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes Future classes. What javac compiles of one is its frame and a {@code poll} that throws; the weaver makes the
 * rest in bytecode.
 */
public final class FutureWriter {
    private FutureWriter() {}

    /**
     * Writes a Future class.
     *
     * @param future the class
     * @return its source file, with the method as the one element that it comes from
     */
    public static JavaFile write(FutureClass future) {
        ClassName self = ClassName.get(future.packageName(), future.simpleName());
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addOriginatingElement(future.method().element())
                .addJavadoc(head(future))
                .addAnnotation(RuntimeTypes.GENERATED)
                .addAnnotation(source(future))
                .addModifiers(Modifier.FINAL)
                .superclass(superclass(future));
        future.shadowed().forEach(type::alwaysQualify);
        if (future.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (!future.suppressed().isEmpty()) {
            type.addAnnotation(strings(SuppressWarnings.class, future.suppressed()));
        }
        FutureClass.Pool pool = future.pool();
        if (pool != null) {
            type.addField(pool(self, pool));
        }
        for (FutureClass.Field field : future.fields()) {
            type.addField(TypeName.get(field.type()), field.name());
        }
        if (future.isPublic()) {
            type.addMethod(constructor(future));
        }
        if (pool != null) {
            type.addMethod(fresh(self));
        }
        return JavaFile.builder(
                        future.packageName(), type.addMethod(poll(future)).build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** Which method it is, and where that stands. */
    private static CodeBlock head(FutureClass future) {
        AsyncMethod method = future.method();
        CodeBlock parameters = future.fields().stream()
                .skip(method.is(Modifier.STATIC) ? 0 : 1)
                .map(field -> CodeBlock.of("$T", raw(TypeName.get(field.type()))))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder text = CodeBlock.builder()
                .add(
                        future.pool() == null
                                ? "The frame of {@link $T#$L($L)}"
                                : "A slot of the task {@link $T#$L($L)}",
                        ClassName.get(method.owner()),
                        method.element().getSimpleName(),
                        parameters);
        if (method.source().known()) {
            text.add(
                    ", declared at $L:$L",
                    method.source().file(),
                    method.source().line());
        }
        return text.add(".").build();
    }

    private static TypeName raw(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(raw(array.componentType()));
        }
        return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
    }

    private static TypeName superclass(FutureClass future) {
        ClassName base = RuntimeTypes.base(future.method().kind().frame(), future.result());
        return future.result() == ResultKind.OBJECT
                ? ParameterizedTypeName.get(base, TypeName.get(future.value()))
                : base;
    }

    private static AnnotationSpec source(FutureClass future) {
        MethodSource source = future.method().source();
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(RuntimeTypes.ASYNC_SOURCE)
                .addMember(
                        "method",
                        "$S",
                        future.method().reference().name()
                                + future.method().reference().descriptor());
        if (source.known()) {
            annotation.addMember("line", "$L", source.line());
        }
        for (AwaitText await : source.awaits()) {
            annotation.addMember("awaitLines", "$L", await.line());
        }
        for (AwaitText await : source.awaits()) {
            annotation.addMember("awaits", "$S", await.text());
        }
        return annotation.build();
    }

    private static AnnotationSpec strings(Class<?> annotation, List<String> values) {
        AnnotationSpec.Builder builder = AnnotationSpec.builder(annotation);
        values.forEach(value -> builder.addMember("value", "$S", value));
        return builder.build();
    }

    private static FieldSpec pool(ClassName self, FutureClass.Pool pool) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.TASK_POOL, self),
                        "POOL",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T<>($Znew $T(),$W$S,$W$S,$W$L)",
                        RuntimeTypes.TASK_POOL,
                        self,
                        pool.key(),
                        pool.name(),
                        pool.size())
                .build();
    }

    /** Of a class that is not public it is left to javac. */
    private static MethodSpec constructor(FutureClass future) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (future.isPublic() && future.pool() == null) {
            constructor.addModifiers(Modifier.PUBLIC).addJavadoc("Made by the frames that await it.");
        }
        return constructor.build();
    }

    private static MethodSpec fresh(ClassName self) {
        return MethodSpec.methodBuilder("fresh")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(self)
                .addStatement("return new $T()", self)
                .build();
    }

    private static MethodSpec poll(FutureClass future) {
        return MethodSpec.methodBuilder("poll")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.POLL)
                .addParameter(RuntimeTypes.CONTEXT, "cx")
                .addCode(states(future.method().source()))
                .addStatement(
                        "throw new $T($S)",
                        RuntimeTypes.NOT_WOVEN_ERROR,
                        future.method().displayName())
                .build();
    }

    /** One line for each await; the weaver numbers the states as the class file has them. */
    private static CodeBlock states(MethodSource source) {
        CodeBlock.Builder lines = CodeBlock.builder();
        for (AwaitText await : source.awaits()) {
            lines.add("// $L:$L: $L\n", source.file(), await.line(), asComment(await.text()));
        }
        return lines.build();
    }

    /** javac reads unicode escapes in comments too. */
    private static String asComment(String text) {
        return text.replace("\\u", "\\ u");
    }
}
