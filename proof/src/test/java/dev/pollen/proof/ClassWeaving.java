// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.WeaveFailure;
import dev.pollen.processor.weave.WeaveOptions;
import dev.pollen.processor.weave.Weaver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves the methods of one class, all of them at once. What the weaver refuses is left out, with the reason, and the class
 * is woven again without it.
 */
final class ClassWeaving {
    private final byte[] original;
    private final Library library;
    private final Map<String, @Nullable LeftOut> methods = new LinkedHashMap<>();
    private final List<String> defects = new ArrayList<>();
    private int points;

    private ClassWeaving(byte[] original, Library library) {
        this.original = original;
        this.library = library;
    }

    /**
     * The outcome.
     *
     * @param classes what to write, the class itself first; nothing if nothing of it is woven
     * @param uid the number that serialization has derived from the class as it was; null where it derives none
     * @param methods why a method is left out; null where it is woven
     * @param points how many suspension points there are
     * @param defects what the weaver has failed on
     */
    record Result(
            Map<String, byte[]> classes,
            @Nullable Long uid,
            Map<String, @Nullable LeftOut> methods,
            int points,
            List<String> defects) {
        /** The same with what was added hidden from reflection, see {@link AddedMembers}. */
        Map<String, byte[]> hidden() {
            Map<String, byte[]> hidden = new LinkedHashMap<>(classes);
            classes.keySet().stream()
                    .findFirst()
                    .ifPresent(owner -> hidden.computeIfPresent(owner, (name, bytes) -> AddedMembers.hide(bytes, uid)));
            return hidden;
        }
    }

    /**
     * Weaves a class.
     *
     * @param original its bytes
     * @param library where classes are looked up
     * @return its new bytes and those of its Future classes; none if nothing of it can be woven
     */
    static Result of(byte[] original, Library library) {
        ClassWeaving weaving = new ClassWeaving(original, library);
        Map<String, byte[]> classes = weaving.run();
        return new Result(
                classes, AddedMembers.impliedUid(original, library), weaving.methods, weaving.points, weaving.defects);
    }

    private ClassNode read() {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    private static String key(MethodNode method) {
        return method.name + method.desc;
    }

    private boolean isChosen(MethodNode method) {
        return methods.containsKey(key(method)) && methods.get(key(method)) == null;
    }

    private Map<String, byte[]> run() {
        ClassNode first = read();
        first.methods.forEach(method -> methods.put(key(method), Eligibility.refused(first, method)));
        while (true) {
            ClassNode owner = read();
            List<MethodNode> chosen =
                    owner.methods.stream().filter(this::isChosen).toList();
            points = SuspendedCopies.add(owner, this::isChosen);
            if (chosen.isEmpty()) {
                return Map.of();
            }
            Map<String, byte[]> classes = weave(owner, chosen);
            if (classes != null) {
                return classes;
            }
        }
    }

    /** The classes; null if one more method is left out now. */
    private @Nullable Map<String, byte[]> weave(ClassNode owner, List<MethodNode> chosen) {
        try {
            ClassWriter writer = new ClassWriter(0);
            owner.accept(writer);
            Weave weave = new Weaver(library, WeaveOptions.DEFAULT).weave(writer.toByteArray(), Map.of());
            List<Finding> errors = weave.findings().stream()
                    .filter(finding -> finding.message().severity() == Severity.ERROR)
                    .toList();
            if (errors.isEmpty()) {
                return weave.classes();
            }
            for (Finding error : errors) {
                boolean large = error.message() == Message.BODY_TOO_LARGE;
                if (!large) {
                    defects.add(
                            owner.name + ": " + error.text().lines().findFirst().orElse(""));
                }
                leaveOut(chosen, error.method().name(), large ? LeftOut.TOO_LARGE : LeftOut.DEFECT);
            }
        } catch (WeaveFailure e) {
            defects.add(owner.name + ": " + e.method() + ": " + first(e.getCause()));
            leaveOut(chosen, e.method().name(), LeftOut.DEFECT);
        } catch (MethodTooLargeException e) {
            leaveOut(chosen, e.getMethodName(), LeftOut.TOO_LARGE);
        } catch (ClassTooLargeException e) {
            leaveOut(chosen, "", LeftOut.TOO_LARGE);
        } catch (RuntimeException e) {
            defects.add(owner.name + ": " + first(e));
            leaveOut(chosen, "", LeftOut.DEFECT);
        }
        return null;
    }

    /** What was thrown, and where. */
    private static String first(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Leaves the method out that a copy or a body was made of; where none is named, all of them. */
    private void leaveOut(List<MethodNode> chosen, String added, LeftOut reason) {
        if (!added.startsWith(SuspendedCopies.PREFIX)) {
            chosen.forEach(method -> methods.put(key(method), reason));
            return;
        }
        String number = added.substring(SuspendedCopies.PREFIX.length());
        int index = Integer.parseInt(number.substring(0, number.indexOf('$')));
        methods.put(key(chosen.get(index - 1)), reason);
    }
}
