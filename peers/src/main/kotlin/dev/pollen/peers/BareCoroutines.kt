// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import java.util.ArrayDeque
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/**
 * What Kotlin's compiler makes, without its library: suspend functions on a queue of continuations. No job, no dispatcher, no
 * cancellation; the closest to what Pollen's weaver makes.
 */
class BareCoroutines {
    private val ready = ArrayDeque<Continuation<Unit>>()
    private val end = object : Continuation<Unit> {
        override val context: CoroutineContext get() = EmptyCoroutineContext

        override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
    }
    private var sum = 0

    /** Runs [tasks] coroutines of four classes that yield [count] times each; how often one was resumed after a yield. */
    fun yields(tasks: Int, count: Int): Int {
        for (kind in 0 until tasks) {
            start(yielding(kind, count))
        }
        return run() - tasks
    }

    /** Calls through ten functions, the innermost of which yields once, [count] times; the sum of the results. */
    fun nested(count: Int): Int {
        sum = 0
        start {
            var results = 0
            for (left in count - 1 downTo 0) {
                results += level1(left)
            }
            sum = results
        }
        run()
        return sum
    }

    private fun start(block: suspend () -> Unit) {
        ready.add(block.createCoroutineUnintercepted(end))
    }

    private fun run(): Int {
        var resumed = 0
        while (true) {
            val next = ready.poll() ?: return resumed
            next.resume(Unit)
            resumed++
        }
    }

    private suspend fun giveWay(): Unit = suspendCoroutineUninterceptedOrReturn { continuation ->
        ready.add(continuation)
        COROUTINE_SUSPENDED
    }

    private fun yielding(kind: Int, count: Int): suspend () -> Unit = when (kind and 3) {
        0 -> {
            {
                var done = 0
                while (done != count) {
                    giveWay()
                    done++
                }
            }
        }
        1 -> {
            {
                var left = count
                while (left != 0) {
                    giveWay()
                    left--
                }
            }
        }
        2 -> {
            {
                var done = 0
                while (done < count) {
                    giveWay()
                    done++
                }
            }
        }
        else -> {
            {
                var left = count
                while (left > 0) {
                    giveWay()
                    left--
                }
            }
        }
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
        giveWay()
        return x + 1
    }
}
