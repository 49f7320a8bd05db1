// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** Variables and stack entries that are of different classes on the paths that meet before an await. */
final class MergedTypes {
    private MergedTypes() {}

    interface Animal {
        String sound();
    }

    record Dog(String name) implements Animal {
        @Override
        public String sound() {
            return "woof " + name;
        }
    }

    static class Cat implements Animal, Comparable<Cat> {
        @Override
        public String sound() {
            return "meow";
        }

        @Override
        public int compareTo(Cat other) {
            return 0;
        }
    }

    static class Kitten extends Cat {}

    static String both(Animal a, String s) {
        return a.sound() + s;
    }

    @Async
    static Future<String> work(int n) {
        Animal a = n == 0 ? new Dog("d") : n == 1 ? new Cat() : n == 2 ? () -> "lambda" : null;
        await(Leaf.nothing());
        String r = a == null ? "none" : a.sound();
        r += both(n == 0 ? new Dog("e") : new Kitten(), await(Leaf.of("!")));
        var c = n > 0 ? new Cat() : new Kitten();
        await(Leaf.nothing());
        r += c.compareTo(await(Leaf.of(c)));
        Object o;
        if (n == 0) {
            o = new int[] {5};
        } else if (n == 1) {
            o = new String[] {"s"};
        } else {
            o = List.of(6);
        }
        await(Leaf.nothing());
        r += o instanceof int[] i ? i[0] : o instanceof String[] s ? s[0] : o;
        var number = n == 0 ? Integer.valueOf(1) : n == 1 ? Double.valueOf(.5) : Long.valueOf(2);
        var mixed = List.of(n == 0 ? "text" : (Comparable<?>) 7).get(0);
        await(Leaf.nothing());
        return Future.ready(r + number + mixed);
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int n = 0; n < 4; n++) {
            r += await(work(n)) + " ";
        }
        String expected = "woof dwoof e!051.0text meowmeow!0s0.57 lambdameow!0[6]2.07 nonemeow!0[6]2.07 ";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
