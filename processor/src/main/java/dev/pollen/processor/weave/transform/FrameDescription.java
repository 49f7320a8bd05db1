// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.layout.FrameLayout;
import dev.pollen.processor.weave.layout.Slot;
import java.util.List;

/**
 * All that the Future class of one method is written from.
 *
 * @param target the async method
 * @param layout the fields that hold variables
 * @param slots the futures that the frame holds
 * @param clear what the frame does when it ends
 * @param children how each await gets at its child, in the order of the states
 * @param awaits the text of each await, in the order of the states; empty where the source was not seen
 * @param declarationLine the line that declares the method; 0 where it is not known
 * @param bytes the size of the frame object
 * @param allocations what the body allocates when it runs, in the order of the code
 * @param slotsOver the slots in use over each await, in the order of the states
 * @param pool name, size and limit, for a task
 */
record FrameDescription(
        AsyncTarget target,
        FrameLayout layout,
        List<Slot> slots,
        FrameClear clear,
        List<ChildAccess> children,
        List<String> awaits,
        int declarationLine,
        int bytes,
        List<String> allocations,
        List<String> slotsOver,
        PoolSettings pool) {}
