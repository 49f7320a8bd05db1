// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Whether a class file links anything through a bootstrap method: lambdas, concatenation, records, pattern switches. */
public final class Bootstraps {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;

    private Bootstraps() {}

    /** Reads the constant pool of a class. */
    public static boolean in(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream stream = type.getResourceAsStream(file);
                DataInputStream data = new DataInputStream(stream)) {
            data.skipNBytes(8);
            int count = data.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = data.readUnsignedByte();
                if (tag == DYNAMIC || tag == INVOKE_DYNAMIC) {
                    return true;
                }
                if (tag == UTF8) {
                    data.readUTF();
                } else {
                    data.skipNBytes(size(tag));
                }
                if (tag == LONG || tag == DOUBLE) {
                    index++;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static int size(int tag) {
        return switch (tag) {
            case LONG, DOUBLE -> 8;
            case METHOD_HANDLE -> 3;
            case 7, 8, 16, 19, 20 -> 2;
            default -> 4;
        };
    }
}
