// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;

class Clashes {
    @Async
    static Future<Void> send(java.util.Date date) {
        return Future.done();
    }

    @Async
    static Future<Void> send(Dates.Date date) { // POLLEN-018 Clashes.send(demo.Dates.Date) and Clashes.send(java.util.Date) would both get the class demo.Clashes_send_Date
        return Future.done();
    }

    @Async
    static Future<Void> taken() { // POLLEN-018 Clashes.taken() and the class demo.Clashes_taken would both get the class demo.Clashes_taken
        return Future.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> first() {
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> second() { // POLLEN-018 Clashes.second() and Clashes.first() would both get the class demo.ClashesMain
        return Task.done();
    }
}

class Clashes_taken {}

class Dates {
    static class Date {}
}
