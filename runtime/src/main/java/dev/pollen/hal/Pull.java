// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** Which level an input has while nothing drives it. */
public enum Pull {
    /** None in particular: the pin floats. */
    NONE,
    /** High. */
    UP,
    /** Low. */
    DOWN
}
