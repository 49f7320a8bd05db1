// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * The rule that names a Future class: {@code Blinky_blink}, {@code Outer_Inner_method}, and {@code
 * Blinky_send_int_String} where async methods of a class share a name. Underscores of a name are doubled, so that two
 * different methods get the same name only where their parts differ in nothing else; that clash is an error.
 */
public final class FutureName {
    private FutureName() {}

    /**
     * Names a method's Future class.
     *
     * @param packageName the owner's package with dots; empty for the unnamed one
     * @param ownerNames the simple names of the owner and the classes around it, outermost first
     * @param methodName the method's name
     * @param overloads the erased parameter types where the owner has another async method of that name, as {@link
     *     #parameter} gives them; empty where it has not
     * @return the binary name, with dots between packages
     */
    public static String of(String packageName, List<String> ownerNames, String methodName, List<String> overloads) {
        StringBuilder name = new StringBuilder(packageName);
        if (!packageName.isEmpty()) {
            name.append('.');
        }
        for (String owner : ownerNames) {
            name.append(part(owner)).append('_');
        }
        name.append(part(methodName));
        for (String parameter : overloads) {
            name.append('_').append(part(parameter));
        }
        return name.toString();
    }

    /**
     * Names a Future class that no source is written for: that of an async block, or of a method of a local or anonymous
     * class.
     *
     * @param owner the binary or internal name of the class with the block or method
     * @param number which of them, from 1: first the methods, then the blocks, each in the order of the code
     * @return a name of the same form
     */
    public static String numbered(String owner, int number) {
        return owner + "$pollen$" + number;
    }

    /**
     * An erased parameter type as it stands in a name.
     *
     * @param simpleName the simple name of the type or of its innermost element: {@code int}, {@code String}
     * @param dimensions the number of array dimensions
     * @return for example {@code byteArray} for {@code byte[]}
     */
    public static String parameter(String simpleName, int dimensions) {
        return simpleName + "Array".repeat(dimensions);
    }

    private static String part(String simpleName) {
        return simpleName.replace("_", "__");
    }
}
