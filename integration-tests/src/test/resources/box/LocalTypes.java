// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Function;

/** Local enums, interfaces, records and classes, generic and with static members, declared between awaits. */
final class LocalTypes {
    private LocalTypes() {}

    interface Visitor<R> {
        R visit(int n);
    }

    @Async
    static Future<String> box() {
        int before = await(Leaf.of(1));
        enum Level {
            LOW,
            HIGH {
                @Override
                int weight() {
                    return 10;
                }
            };

            int weight() {
                return 1;
            }
        }
        interface Scale {
            int FACTOR = 3;

            static int times(int n) {
                return n * FACTOR;
            }

            int apply(int n);
        }
        record Box<T>(T item) {
            static int made;

            Box {
                made++;
            }

            <R> Box<R> map(Function<? super T, R> f) {
                return new Box<>(f.apply(item));
            }
        }
        Box.made = 0;
        Scale scale = n -> Scale.times(n) + before;
        int sum = 0;
        for (Level level : Level.values()) {
            sum += await(Leaf.of(level.weight()));
            sum += switch (level) {
                case LOW -> await(Leaf.of(100));
                case HIGH -> scale.apply(await(Leaf.of(2)));
            };
        }
        class Sum implements Visitor<Integer> {
            private int total = before;

            @Override
            public Integer visit(int n) {
                class Deeper {
                    int add() {
                        return total += n + before;
                    }
                }
                return new Deeper().add();
            }
        }
        Visitor<Integer> visitor = new Sum();
        sum += visitor.visit(await(Leaf.of(5))) + visitor.visit(1);
        String s = new Box<>(await(Leaf.of("s"))).map(String::length).map(n -> n + "!").item() + Box.made;
        return Future.ready(sum == 134 && s.equals("1!3") ? "OK" : sum + s);
    }
}
