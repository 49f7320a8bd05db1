// SPDX-License-Identifier: Apache-2.0
/** What async code runs on: futures, the executor, time, and the primitives between tasks. */
module dev.pollen.runtime {
    requires transitive dev.pollen.annotations;
    requires static org.jspecify;

    exports dev.pollen;
    exports dev.pollen.diagnosis;
    exports dev.pollen.executor;
    exports dev.pollen.futures;
    exports dev.pollen.hal;
    exports dev.pollen.log;
    exports dev.pollen.log.console;
    exports dev.pollen.log.decode;
    exports dev.pollen.platform;
    exports dev.pollen.sync;
    exports dev.pollen.time;
}
