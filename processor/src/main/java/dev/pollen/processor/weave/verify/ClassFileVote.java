// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.verify;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.analysis.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JDK's own verifier, {@code java.lang.classfile}, where the JDK has it: from 24 on. It is reached by reflection
 * because this code runs on 17.
 */
public final class ClassFileVote {
    private static final String PACKAGE = "java.lang.classfile.";

    /** That of a JDK without a number, so to speak: JDK 1 wrote 45. */
    private static final int FIRST_MAJOR_VERSION = 44;

    private ClassFileVote() {}

    /**
     * Whether this JDK can vote.
     *
     * @return true from JDK 24 on
     */
    public static boolean isThere() {
        return Runtime.version().feature() >= 24;
    }

    /**
     * Verifies a class.
     *
     * @param bytes the class file
     * @param library where classes are looked up
     * @return what is wrong; empty if nothing is, or if there is no vote: on an older JDK, and where a class that has to
     *     be looked up is not found
     */
    public static List<String> check(byte[] bytes, Library library) {
        if (!isThere()) {
            return List.of();
        }
        try {
            Class<?> classFile = Class.forName(PACKAGE + "ClassFile");
            Class<?> option = Class.forName(PACKAGE + "ClassFile$Option");
            Object options = Array.newInstance(option, 1);
            Set<String> unknown = new LinkedHashSet<>();
            Array.set(options, 0, resolverOption(library, unknown));
            Object api = classFile.getMethod("of", options.getClass()).invoke(null, options);
            byte[] readable = ClassFile.readable(bytes, Runtime.version().feature() + FIRST_MAJOR_VERSION);
            List<String> problems = verify(classFile.getMethod("verify", byte[].class), api, readable, unknown);
            // Who does not know all classes cannot judge: javac's anonymous classes have no name to look them up by.
            return unknown.isEmpty() ? problems : List.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "java.lang.classfile of JDK " + Runtime.version() + " is not as expected", e);
        }
    }

    private static List<String> verify(Method verify, Object api, byte[] bytes, Set<String> unknown)
            throws ReflectiveOperationException {
        try {
            List<String> problems = new ArrayList<>();
            for (Object error : (List<?>) verify.invoke(api, (Object) bytes)) {
                problems.add(String.valueOf(((Throwable) error).getMessage()));
            }
            return problems;
        } catch (InvocationTargetException e) {
            if (unknown.isEmpty()) {
                throw e;
            }
            return List.of();
        }
    }

    private static Object resolverOption(Library library, Set<String> unknown) throws ReflectiveOperationException {
        Class<?> resolver = Class.forName(PACKAGE + "ClassHierarchyResolver");
        Class<?> info = Class.forName(PACKAGE + "ClassHierarchyResolver$ClassHierarchyInfo");
        Object standard = resolver.getMethod("defaultResolver").invoke(null);
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.getName().equals("getClassInfo")) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            ClassDesc type = (ClassDesc) arguments[0];
            Object known = info(library, info, type);
            if (known == null) {
                known = method.invoke(standard, type);
            }
            if (known == null) {
                unknown.add(type.descriptorString());
            }
            return known;
        };
        Object ours = Proxy.newProxyInstance(resolver.getClassLoader(), new Class<?>[] {resolver}, handler);
        return Class.forName(PACKAGE + "ClassFile$ClassHierarchyResolverOption")
                .getMethod("of", resolver)
                .invoke(null, ours);
    }

    private static @Nullable Object info(Library library, Class<?> info, ClassDesc type)
            throws ReflectiveOperationException {
        String descriptor = type.descriptorString();
        ClassShape shape = library.shape(descriptor.substring(1, descriptor.length() - 1));
        if (shape == null) {
            return null;
        }
        if (shape.isInterface()) {
            return info.getMethod("ofInterface").invoke(null);
        }
        ClassDesc superclass = shape.superName() == null ? null : ClassDesc.ofDescriptor("L" + shape.superName() + ";");
        return info.getMethod("ofClass", ClassDesc.class).invoke(null, superclass);
    }
}
