// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the calls of a class give, looked up once for each method that is called. */
public final class Callees implements Function<MethodInsnNode, @Nullable Callee> {
    private final Library library;
    private final String owner;
    private final Map<MethodRef, Optional<Callee>> known = new HashMap<>();
    private final Map<MethodRef, Dispatch> dispatches = new HashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param library what is asked
     * @param owner internal name of the class whose calls are looked up
     */
    public Callees(Library library, String owner) {
        this.library = library;
        this.owner = owner;
    }

    @Override
    public @Nullable Callee apply(MethodInsnNode call) {
        if (call.name.startsWith("<") || call.owner.startsWith("[")) {
            return null;
        }
        MethodRef ref = new MethodRef(call.owner, call.name, call.desc);
        Callee callee = known.computeIfAbsent(ref, r -> Optional.ofNullable(library.callee(r)))
                .orElse(null);
        if (callee == null || !callee.overridable()) {
            return callee;
        }
        boolean exact = call.getOpcode() == Opcodes.INVOKESPECIAL || call.getOpcode() == Opcodes.INVOKESTATIC;
        if (exact) {
            return new Callee(callee.kind(), callee.slotClass(), callee.twin(), false, callee.resultForm());
        }
        return callee.kind() == Callee.Kind.FUNCTION ? dispatched(ref, callee) : callee;
    }

    /** The call of a method that can be overridden has a slot for the frames of all that it can reach. */
    private @Nullable Callee dispatched(MethodRef ref, Callee callee) {
        ResultKind result = ResultKind.of(Names.FUTURE, callee.resultForm());
        if (result == null) {
            return null;
        }
        Dispatch known = dispatches.computeIfAbsent(ref, library::dispatch);
        List<String> frames = known.frames().stream()
                .filter(frame -> library.canMake(frame, owner))
                .toList();
        return new Callee(
                callee.kind(),
                result.in(Names.RECEIVER_FRAMES),
                callee.twin(),
                true,
                callee.resultForm(),
                new Dispatch(
                        known.method(),
                        known.maxDepth(),
                        frames,
                        known.open() || frames.size() < known.frames().size()));
    }
}
