// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import kotlin.time.Duration.Companion.nanoseconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestCoroutineScheduler

/** Coroutines that sleep once, on the virtual time of kotlinx-coroutines-test; its unit is a millisecond. */
@OptIn(ExperimentalCoroutinesApi::class)
object CoroutineSleeps {
    /**
     * Starts a coroutine for each time to sleep, and runs until all have ended.
     *
     * @param nanos the times
     * @return how many have ended
     */
    @JvmStatic
    fun run(nanos: LongArray): Int {
        var ended = 0
        val scheduler = TestCoroutineScheduler()
        val scope = CoroutineScope(StandardTestDispatcher(scheduler))
        for (sleep in nanos) {
            scope.launch {
                delay(sleep.nanoseconds)
                ended++
            }
        }
        scheduler.advanceUntilIdle()
        return ended
    }
}
