// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that wait for what another gives: ten functions, each calling the next, and children that are spawned. */
object CoroutineCalls {
    /** Calls through ten functions, the innermost of which yields once, [count] times; the sum of the results. */
    @JvmStatic
    fun nested(context: CoroutineContext, count: Int): Int = runBlocking(context) {
        var sum = 0
        for (left in count - 1 downTo 0) {
            sum += level1(left)
        }
        sum
    }

    /** Spawns [count] children, one after the other; the sum of their results. */
    @JvmStatic
    fun spawned(context: CoroutineContext, count: Int): Int = runBlocking(context) {
        var sum = 0
        for (left in count - 1 downTo 0) {
            sum += async { left + 1 }.await()
        }
        sum
    }

    private suspend fun level1(x: Int): Int = level2(x + 1) + 1

    private suspend fun level2(x: Int): Int = level3(x + 1) + 1

    private suspend fun level3(x: Int): Int = level4(x + 1) + 1

    private suspend fun level4(x: Int): Int = level5(x + 1) + 1

    private suspend fun level5(x: Int): Int = level6(x + 1) + 1

    private suspend fun level6(x: Int): Int = level7(x + 1) + 1

    private suspend fun level7(x: Int): Int = level8(x + 1) + 1

    private suspend fun level8(x: Int): Int = level9(x + 1) + 1

    private suspend fun level9(x: Int): Int = level10(x + 1) + 1

    private suspend fun level10(x: Int): Int {
        yield()
        return x + 1
    }
}
