// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A file in memory. */
final class MemoryFile extends SimpleJavaFileObject {
    private byte[] content;

    MemoryFile(URI uri, Kind kind) {
        super(uri, kind);
    }

    void content(byte[] bytes) {
        content = bytes;
    }

    byte[] content() {
        return content;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        if (content == null) {
            throw new FileNotFoundException(uri.toString());
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                content = toByteArray();
            }
        };
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
