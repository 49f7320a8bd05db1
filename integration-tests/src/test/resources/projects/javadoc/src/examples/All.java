// SPDX-License-Identifier: Apache-2.0
package examples;

/** Runs the programs that are named, one after the other. */
final class All {
    private All() {}

    public static void main(String[] names) throws ReflectiveOperationException {
        for (String name : names) {
            Board.print("== " + name);
            Class.forName("examples." + name)
                    .getDeclaredMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        }
    }
}
