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
        int version = unsigned(bytes, MAJOR_AT - 2) << 16 | unsigned(bytes, MAJOR_AT);
        return new ClassFile(new ClassReader(readable(bytes, NEWEST)), version);
    }

    /**
     * The same class file for one who refuses a version that he does not know.
     *
     * @param bytes the class file
     * @param newest the major version that he knows
     * @return the bytes, or a copy that says this version if they say a newer one
     */
    public static byte[] readable(byte[] bytes, int newest) {
        if (unsigned(bytes, MAJOR_AT) <= newest) {
            return bytes;
        }
        byte[] readable = bytes.clone();
        readable[MAJOR_AT] = (byte) (newest >>> 8);
        readable[MAJOR_AT + 1] = (byte) newest;
        return readable;
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
