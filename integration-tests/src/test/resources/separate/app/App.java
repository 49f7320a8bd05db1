// SPDX-License-Identifier: Apache-2.0
package app;

import static dev.pollen.Pollen.await;

import api.Source;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import devices.Device;

/** What the third module calls. */
public final class App {
    private App() {}

    static final class Mine extends Device {
        @Override
        @Async
        public Future.OfInt read(int n) {
            return Future.ready(await(super.read(n)) * 2);
        }
    }

    /** All there is. */
    @Async
    public static Future<String> run() {
        String all = "";
        for (Source source : new Source[] {new Device(), new Mine(), new Device.Named(), n -> Future.ready(n)}) {
            all += await(source.read(10)) + " " + await(source.name()) + ", ";
        }
        return Future.ready(all + await(new Device.Upper().twice("a")));
    }
}
