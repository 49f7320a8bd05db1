// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.concurrent.TimeUnit;

/** Enums of this class, of another class and of the JDK in switches, complete and not. */
final class EnumSwitches {
    private EnumSwitches() {}

    enum Light {
        RED,
        AMBER,
        GREEN
    }

    @SuppressWarnings("fallthrough")
    @Async
    static Future<String> old(Light light) {
        String r = "";
        switch (await(Leaf.of(light))) {
            case RED:
                r += await(Leaf.of("stop"));
            case AMBER:
                r += "wait";
                break;
            default:
                r += await(Leaf.of("go"));
        }
        switch (light) {
            case GREEN:
                await(Leaf.nothing());
                r += "!";
        }
        return Future.ready(r);
    }

    @Async
    static Future.OfInt complete(Light light) {
        int base = await(Leaf.of(1));
        return Future.ready(base + switch (light) {
            case RED -> await(Leaf.of(10));
            case AMBER, GREEN -> {
                int twice = await(Leaf.of(light.ordinal()));
                yield twice * 2;
            }
        });
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (Light light : Light.values()) {
            r += await(old(light)) + await(complete(light)) + " ";
        }
        r += switch (await(Leaf.of(TimeUnit.HOURS))) {
            case SECONDS -> "s";
            case HOURS -> await(Leaf.of("h"));
            default -> "";
        };
        try {
            await(complete(null));
        } catch (NullPointerException e) {
            r += "null";
        }
        return Future.ready(r.equals("stopwait11 wait3 go!5 hnull") ? "OK" : r);
    }
}
