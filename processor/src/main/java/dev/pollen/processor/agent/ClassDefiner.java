// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Gives a class loader a class that it has no file of. */
@FunctionalInterface
interface ClassDefiner {
    /**
     * Defines a class.
     *
     * @param loader whose class it is
     * @param internalName its internal name
     * @param bytes its class file
     * @param domain that of the class beside which it stands
     */
    void define(ClassLoader loader, String internalName, byte[] bytes, @Nullable ProtectionDomain domain);

    /** By the protected method of all loaders; {@code java.lang} is open to this module by then. */
    static ClassDefiner reflective() {
        try {
            Method define = ClassLoader.class.getDeclaredMethod(
                    "defineClass", String.class, byte[].class, int.class, int.class, ProtectionDomain.class);
            define.setAccessible(true);
            return (loader, name, bytes, domain) -> define(define, loader, name, bytes, domain);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void define(
            Method define, ClassLoader loader, String name, byte[] bytes, @Nullable ProtectionDomain domain) {
        try {
            define.invoke(loader, name.replace('/', '.'), bytes, 0, bytes.length, domain);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot define " + name, e);
        }
    }
}
