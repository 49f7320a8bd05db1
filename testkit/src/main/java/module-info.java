// SPDX-License-Identifier: Apache-2.0
/** For tests of async code. The JUnit extension needs JUnit; the rest does not. */
module dev.pollen.testkit {
    requires transitive dev.pollen.runtime;
    requires jdk.management;
    requires static transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.pollen.testkit;
    exports dev.pollen.testkit.junit;
}
