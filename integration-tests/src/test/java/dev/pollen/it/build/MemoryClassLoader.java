// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

/** Defines classes from memory; the product comes from the tests' own class path. */
final class MemoryClassLoader extends ClassLoader {
    private final MemoryFiles files;

    MemoryClassLoader(MemoryFiles files) {
        super(MemoryClassLoader.class.getClassLoader());
        this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = files.classBytes(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
