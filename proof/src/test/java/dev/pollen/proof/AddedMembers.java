// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;

/**
 * Hides what was added to a class from those who look at it by reflection, as far as Java has a way to: the added methods
 * are synthetic, and the number that serialization derives from a class's members stays what it was. No code is changed.
 */
final class AddedMembers {
    private static final String UID = "serialVersionUID";

    private AddedMembers() {}

    /** The number that a class has without saying so; null where it says one, or is not serialized. */
    static @Nullable Long impliedUid(byte[] original, Library library) {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(node, ClassReader.SKIP_CODE);
        boolean says = node.fields.stream().anyMatch(field -> field.name.equals(UID));
        int none = Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD;
        if (says || (node.access & none) != 0 || !isSerializable(node.name, library, new HashSet<>())) {
            return null;
        }
        return new Uid().of(original);
    }

    private static boolean isSerializable(@Nullable String type, Library library, Set<String> seen) {
        if (type == null || !seen.add(type)) {
            return false;
        }
        if (type.equals("java/io/Serializable")) {
            return true;
        }
        ClassShape shape = library.shape(type);
        return shape != null
                && (isSerializable(shape.superName(), library, seen)
                        || shape.interfaces().stream().anyMatch(itf -> isSerializable(itf, library, seen)));
    }

    /** Computes the number as the specification of serialization has it. */
    private static final class Uid extends SerialVersionUIDAdder {
        private long value;

        Uid() {
            super(Opcodes.ASM9, new ClassVisitor(Opcodes.ASM9) {});
        }

        long of(byte[] bytes) {
            new ClassReader(bytes).accept(this, 0);
            return value;
        }

        @Override
        protected void addSVUID(long computed) {
            value = computed;
        }
    }

    /** The class with its added methods hidden. */
    static byte[] hide(byte[] woven, @Nullable Long uid) {
        ClassReader reader = new ClassReader(woven);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        boolean added = name.startsWith(SuspendedCopies.PREFIX);
                        return super.visitMethod(
                                added ? access | Opcodes.ACC_SYNTHETIC : access,
                                name,
                                descriptor,
                                signature,
                                exceptions);
                    }

                    @Override
                    public void visitEnd() {
                        if (uid != null) {
                            int access = Opcodes.ACC_PRIVATE
                                    | Opcodes.ACC_STATIC
                                    | Opcodes.ACC_FINAL
                                    | Opcodes.ACC_SYNTHETIC;
                            super.visitField(access, UID, "J", null, uid).visitEnd();
                        }
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }
}
