// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that yield a number of times, in four classes. */
object CoroutineYields {
    /**
     * Runs some coroutines until they have ended.
     *
     * @param context where: empty for the calling thread's loop
     * @param tasks how many, of each class in turn
     * @param count how often each yields
     * @return how often they have yielded
     */
    @JvmStatic
    fun run(context: CoroutineContext, tasks: Int, count: Int): Int {
        val yields = Kinds(count)
        runBlocking(context) {
            for (kind in 0 until tasks) {
                yields.start(this, kind)
            }
        }
        return yields.sum
    }

    private class Kinds(private val count: Int) {
        var sum = 0

        fun start(scope: CoroutineScope, kind: Int) {
            when (kind and 3) {
                0 -> scope.launch {
                    var done = 0
                    while (done != count) {
                        yield()
                        done++
                    }
                    sum += done
                }
                1 -> scope.launch {
                    var left = count
                    while (left != 0) {
                        yield()
                        left--
                    }
                    sum += count - left
                }
                2 -> scope.launch {
                    var done = 0
                    while (done < count) {
                        yield()
                        done++
                    }
                    sum += done
                }
                else -> scope.launch {
                    var left = count
                    while (left > 0) {
                        yield()
                        left--
                    }
                    sum += count - left
                }
            }
        }
    }
}
