// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import dev.pollen.samples.models.hardware.Link;
import dev.pollen.samples.models.hardware.Packet;
import dev.pollen.samples.models.runtime.Os;
import dev.pollen.samples.models.runtime.OsSemaphore;

/** A link whose sends block their thread. */
final class BlockingLink {
    private static final int NONE = 0;

    private final Link link;
    private final OsSemaphore sent;
    private int sends;
    private int awaited = NONE;

    BlockingLink(Os os, Link link) {
        this.link = link;
        sent = new OsSemaphore(os);
        link.onInterrupt(this::completed);
    }

    /** Waits until the packet is sent. An interrupted send takes it back. */
    void send(Packet packet) throws InterruptedException {
        int tag = ++sends;
        awaited = tag;
        link.send(packet, tag);
        try {
            while (awaited == tag) {
                sent.take();
            }
        } finally {
            if (awaited == tag) {
                awaited = NONE;
                link.withdraw();
            }
        }
    }

    private void completed(int tag, int value) {
        if (tag == awaited) {
            awaited = NONE;
            sent.give();
        }
    }
}
