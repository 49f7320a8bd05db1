// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import dev.pollen.it.size.AllocationTrace.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells the calls that the report follows from a body to what allocates: those whose code names the very method that was called.
 * A call through an interface, of a method that is overridden, or of a lambda names another.
 */
final class FollowedCalls {
    private final Path classes;
    private final Map<String, ClassNode> nodes = new HashMap<>();

    FollowedCalls(Path classes) {
        this.classes = classes;
    }

    /**
     * Goes from a method to its callers.
     *
     * @param stack the method and its callers
     * @param end how the name of the method ends that the way has to lead to
     * @return the steps of the way, the last one that method; empty if the report does not know one of its calls
     */
    List<Step> upTo(List<Step> stack, String end) {
        for (int i = 1; i < stack.size(); i++) {
            if (!names(stack.get(i), stack.get(i - 1))) {
                return List.of();
            }
            if (stack.get(i).method().endsWith(end)) {
                return stack.subList(0, i + 1);
            }
        }
        return List.of();
    }

    private boolean names(Step caller, Step called) {
        ClassNode node = nodes.computeIfAbsent(caller.className(), this::read);
        return node.methods.stream()
                .filter(method -> method.name.equals(caller.method()))
                .anyMatch(method -> names(method, caller.line(), called));
    }

    private static boolean names(MethodNode method, int line, Step called) {
        int at = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) {
                at = number.line;
            } else if (at == line
                    && insn instanceof MethodInsnNode call
                    && call.getOpcode() != Opcodes.INVOKEINTERFACE
                    && call.name.equals(called.method())
                    && call.owner.replace('/', '.').equals(called.className())) {
                return true;
            }
        }
        return false;
    }

    /** A class without methods for one that is not among those of the report. */
    private ClassNode read(String name) {
        ClassNode node = new ClassNode();
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        try {
            if (Files.isRegularFile(file)) {
                new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node;
    }
}
