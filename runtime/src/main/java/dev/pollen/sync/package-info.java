// SPDX-License-Identifier: Apache-2.0
/**
 * What tasks coordinate with. Each primitive comes in two forms of the same code: {@code X.of(..)} is safe between
 * threads, {@code X.local(..)} belongs to one executor and takes no lock.
 *
 * <p>All of them wait in one kind of line: first come, first served, its nodes are the waiting futures themselves. So
 * there is no limit on the number of waiters, a blocked task costs no polls, and nothing is allocated. Whoever is woken
 * owns what it was woken for: nobody that comes later gets it, and when it is cancelled it goes to the next in line.
 */
@NullMarked
package dev.pollen.sync;

import org.jspecify.annotations.NullMarked;
