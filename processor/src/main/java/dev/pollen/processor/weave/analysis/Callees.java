// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the calls of a class give, looked up once for each method that is called. */
public final class Callees implements Function<MethodInsnNode, @Nullable Callee> {
    private final Library library;
    private final Map<MethodRef, Optional<Callee>> known = new HashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param library what is asked
     */
    public Callees(Library library) {
        this.library = library;
    }

    @Override
    public @Nullable Callee apply(MethodInsnNode call) {
        if (call.name.startsWith("<") || call.owner.startsWith("[")) {
            return null;
        }
        Callee callee = known.computeIfAbsent(
                        new MethodRef(call.owner, call.name, call.desc),
                        ref -> Optional.ofNullable(library.callee(ref)))
                .orElse(null);
        boolean exact = call.getOpcode() == Opcodes.INVOKESPECIAL || call.getOpcode() == Opcodes.INVOKESTATIC;
        if (callee != null && exact && callee.overridable()) {
            return new Callee(callee.kind(), callee.slotClass(), callee.twin(), false, callee.resultForm());
        }
        return callee;
    }
}
