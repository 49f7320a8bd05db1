// SPDX-License-Identifier: Apache-2.0
/** Simulated boards for firmware: deterministic on a virtual clock, live on the real one. */
module dev.pollen.simboard {
    requires transitive dev.pollen.runtime;
    requires static org.jspecify;

    exports dev.pollen.simboard;
    exports dev.pollen.simboard.device;
    exports dev.pollen.simboard.scope;
}
