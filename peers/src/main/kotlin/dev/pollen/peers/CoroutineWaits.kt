// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.startCoroutine
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.launch

/** Coroutines that wait for ever, with four longs that are needed later. */
object CoroutineWaits {
    /** Launches [count]; the scope that keeps them. */
    @JvmStatic
    fun launched(count: Int): Any {
        val scope = CoroutineScope(Dispatchers.Unconfined)
        for (i in 0L until count) {
            launched(scope, i, i + 1, i + 2, i + 3)
        }
        return scope
    }

    private fun launched(scope: CoroutineScope, a: Long, b: Long, c: Long, d: Long) {
        scope.launch(start = CoroutineStart.UNDISPATCHED) {
            try {
                awaitCancellation()
            } finally {
                use(a + b + c + d)
            }
        }
    }

    /** Starts [count] without the library; the continuations. */
    @JvmStatic
    fun bare(count: Int): Any {
        val waiting = arrayOfNulls<Continuation<Unit>>(count)
        val end = Continuation<Unit>(EmptyCoroutineContext) { it.getOrThrow() }
        for (i in 0 until count) {
            bare(i.toLong(), i + 1L, i + 2L, i + 3L).startCoroutine(end)
            waiting[i] = suspended
        }
        return waiting
    }

    private var suspended: Continuation<Unit>? = null

    private fun bare(a: Long, b: Long, c: Long, d: Long): suspend () -> Unit = {
        suspendCoroutineUninterceptedOrReturn<Unit> { continuation ->
            suspended = continuation
            COROUTINE_SUSPENDED
        }
        use(a + b + c + d)
    }

    @Volatile
    private var used = 0L

    private fun use(value: Long) {
        used = value
    }
}
