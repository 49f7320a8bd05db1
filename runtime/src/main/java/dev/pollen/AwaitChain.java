// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * The methods that await one another above a frame, told to it while it is made: so that a method which awaits itself
 * gets as many frames as it may have, and no more. Called by woven code; user code has no use for it.
 *
 * <pre>
 *   new Main_run()                                        the frame of a task, made by its pool
 *     Math_factorial.in$(Main.run)                        child$0, admitted: no factorial above
 *       Math_factorial.in$(Main.run, Math.factorial)      child$0, admitted where maxDepth is 2 or more
 *         null                                            child$0, not admitted; its call throws
 * </pre>
 *
 * <p>A link is never changed, so frames may be made on any thread.
 */
public class AwaitChain {
    /** A chain is printed up to this many links, counted from its end. */
    private static final int PRINTED = 40;

    private final @Nullable AwaitChain above;
    private final String method;

    /**
     * Makes a link.
     *
     * @param above the chain above the frame; null for the frame of a task, and for one on the heap
     * @param method the frame's method for people; two methods never share a text
     */
    public AwaitChain(@Nullable AwaitChain above, String method) {
        this.above = above;
        this.method = method;
    }

    /**
     * Whether there may be one more frame of a method.
     *
     * @param above the chain that the frame would be at the end of; null for none
     * @param method the method
     * @param maxDepth how many frames of it one chain may hold
     * @return false if it holds as many
     */
    public static boolean admits(@Nullable AwaitChain above, String method, int maxDepth) {
        return count(above, method, false) < maxDepth;
    }

    /**
     * What a call throws that has no frame, because its method awaits itself too deep.
     *
     * @param above the chain above the missing frame; null if it is not known
     * @param method the method that is called
     * @param maxDepth how many frames of it one chain may hold
     * @return the exception
     */
    public static RecursionException tooDeep(@Nullable AwaitChain above, String method, int maxDepth) {
        StringBuilder chain = new StringBuilder();
        int links = 0;
        for (AwaitChain link = above; link != null && links < PRINTED; link = link.above) {
            // The method of a call that can be overridden is followed by the one that it has reached.
            if (!(link instanceof ReceiverFrames)) {
                chain.insert(0, link.method.concat(" -> "));
                links++;
            }
        }
        return new RecursionException(method.concat(" awaits itself more than ")
                .concat(Integer.toString(maxDepth))
                .concat(" deep: ")
                .concat(links == PRINTED ? ".. -> " : "")
                .concat(chain.append(method).toString())
                .concat("; raise maxDepth of its @Async, or write a loop"));
    }

    /** Counts frames of a method, or calls of it that can be overridden: each such call has a frame below it. */
    private static int count(@Nullable AwaitChain chain, String method, boolean calls) {
        int count = 0;
        for (AwaitChain link = chain; link != null; link = link.above) {
            if (link instanceof ReceiverFrames == calls && link.method.equals(method)) {
                count++;
            }
        }
        return count;
    }

    /** How many calls of this link's method the chain holds, this link included, which is one. */
    final int depth() {
        return count(this, method, true);
    }

    /** The method of this link, for people. */
    final String method() {
        return method;
    }

    /** What is thrown at this link. */
    final RecursionException tooDeep(int maxDepth) {
        return tooDeep(above, method, maxDepth);
    }
}
