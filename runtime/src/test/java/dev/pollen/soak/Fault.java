// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

/** What a broken primitive could do; planted once, so that a check can be seen to find it. */
enum Fault {
    /** The primitive does what it says. */
    NONE,
    /** Something that was given is gone. */
    LOST,
    /** Something that was given once is there twice. */
    DOUBLED,
    /** Something overtakes what was before it. */
    REORDERED
}
