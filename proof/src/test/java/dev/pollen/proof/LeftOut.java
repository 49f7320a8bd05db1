// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

/** Why a method stays as it is. */
enum LeftOut {
    CONSTRUCTOR("a constructor"),
    INITIALISER("a static initialiser"),
    ABSTRACT("abstract: it has no code"),
    NATIVE("native: it has no code"),
    MONITOR("it is synchronized, or has a synchronized part"),
    OLD_CLASS_FILE("its class file is of Java 6 or earlier"),
    TOO_LARGE("its body would have more than 65,535 bytes"),
    DEFECT("the weaver fails on it");

    private final String text;

    LeftOut(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
