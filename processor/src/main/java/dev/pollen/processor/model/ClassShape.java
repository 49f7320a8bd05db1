// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the weaver asks of a class that it does not weave: where it stands, and what its objects hold.
 *
 * @param name internal name
 * @param superName internal name of the superclass; null for {@code java/lang/Object} alone
 * @param interfaces internal names of the direct interfaces
 * @param isInterface whether it is an interface
 * @param isPublic whether other packages may name it, as far as the class file says
 * @param fields descriptors of the instance fields that it declares, in no particular order
 */
public record ClassShape(
        String name,
        @Nullable String superName,
        List<String> interfaces,
        boolean isInterface,
        boolean isPublic,
        List<String> fields) {
    /** Copies the lists. */
    public ClassShape {
        interfaces = List.copyOf(interfaces);
        fields = List.copyOf(fields);
    }
}
