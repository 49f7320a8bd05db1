// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers

import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select

/** Coroutines that send and receive; each function gives how many messages have come. */
object CoroutineMessages {
    private const val MESSAGE = "message"

    /** One sends and waits for the answer of the other, [count] times. */
    @JvmStatic
    fun pingPong(context: CoroutineContext, count: Int): Int {
        var received = 0
        runBlocking(context) {
            val first = Channel<String>(1)
            val second = Channel<String>(1)
            launch {
                for (i in 0 until count) {
                    first.send(MESSAGE)
                    if (second.receive() === MESSAGE) {
                        received++
                    }
                }
            }
            launch {
                for (i in 0 until count) {
                    second.send(first.receive())
                }
            }
        }
        return received
    }

    /** One sends [count] messages to the other. */
    @JvmStatic
    fun channel(context: CoroutineContext, capacity: Int, count: Int): Int {
        var received = 0
        runBlocking(context) {
            val channel = Channel<String>(capacity)
            produce(channel, count)
            launch {
                for (i in 0 until count) {
                    if (channel.receive() === MESSAGE) {
                        received++
                    }
                }
            }
        }
        return received
    }

    /** One selects from two channels, of which the other feeds the first. */
    @JvmStatic
    fun selectFed(context: CoroutineContext, count: Int): Int {
        var received = 0
        runBlocking(context) {
            val first = Channel<String>(1)
            val second = Channel<String>(1)
            produce(first, count)
            launch {
                for (i in 0 until count) {
                    if (either(first, second) === MESSAGE) {
                        received++
                    }
                }
            }
        }
        return received
    }

    /** One selects from two channels after it has sent to the first. */
    @JvmStatic
    fun selectReady(context: CoroutineContext, count: Int): Int {
        var received = 0
        runBlocking(context) {
            val first = Channel<String>(1)
            val second = Channel<String>(1)
            launch {
                for (i in 0 until count) {
                    first.trySend(MESSAGE)
                    if (either(first, second) === MESSAGE) {
                        received++
                    }
                }
            }
        }
        return received
    }

    private fun CoroutineScope.produce(to: Channel<String>, count: Int) = launch {
        for (i in 0 until count) {
            to.send(MESSAGE)
        }
    }

    /** What comes from the first channel, null if it came from the second. */
    private suspend fun either(first: Channel<String>, second: Channel<String>): String? = select {
        first.onReceive { it }
        second.onReceive { null }
    }
}
