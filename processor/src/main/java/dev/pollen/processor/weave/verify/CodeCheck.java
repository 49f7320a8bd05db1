// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.verify;

import dev.pollen.processor.weave.analysis.ClassFile;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Asks ASM's own checker whether a class file is well formed and its code consistent; it does not look at frames. */
public final class CodeCheck {
    private CodeCheck() {}

    /**
     * Checks a class.
     *
     * @param bytes the class file
     * @return what is wrong; empty if nothing is
     */
    public static List<String> check(byte[] bytes) {
        try {
            ClassVisitor nobody = new ClassVisitor(Opcodes.ASM9) {};
            ClassFile.of(bytes).reader().accept(new Checker(nobody), ClassReader.EXPAND_FRAMES);
            return List.of();
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The checker's constructor for others is for exact subclasses alone. */
    private static final class Checker extends CheckClassAdapter {
        Checker(ClassVisitor next) {
            super(Opcodes.ASM9, next, true);
        }
    }
}
