// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class file of any version. ASM refuses one that is newer than itself, although hardly any class has what is new
 * there; so it is read as the newest that ASM knows, and keeps the version that it has.
 */
public final class ClassFile {
    private static final int NEWEST = Opcodes.V28;
    private static final int MAJOR_AT = 6;

    private final ClassReader reader;
    private final int version;

    private ClassFile(ClassReader reader, int version) {
        this.reader = reader;
        this.version = version;
    }

    /**
     * Reads the constants of a class file.
     *
     * @param bytes the class file
     * @return the class file
     */
    public static ClassFile of(byte[] bytes) {
        int minor = unsigned(bytes, MAJOR_AT - 2);
        int major = unsigned(bytes, MAJOR_AT);
        byte[] known = bytes;
        if (major > NEWEST) {
            known = bytes.clone();
            known[MAJOR_AT] = (byte) (NEWEST >>> 8);
            known[MAJOR_AT + 1] = (byte) NEWEST;
        }
        return new ClassFile(new ClassReader(known), minor << 16 | major);
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /**
     * Reads the rest.
     *
     * @param options those of {@link ClassReader#accept}
     * @return the class
     */
    public ClassNode node(int options) {
        ClassNode node = new ClassNode();
        reader.accept(node, options);
        node.version = version;
        return node;
    }

    /**
     * For a writer that keeps the constants where they are, as attributes need that nobody knows.
     *
     * @return the reader, which may say another version
     */
    public ClassReader reader() {
        return reader;
    }
}
