// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.MethodNode;

/**
 * The loops of a method: the strongly connected components of its control flow, found by Tarjan's algorithm with a stack of its own,
 * since a method is longer than a thread's stack is deep. A handler belongs to the loop that it goes on with.
 *
 * <pre>
 *   led.init();                            before an endless loop: runs once
 *   for (;;) {                             endless: nothing but an exception leaves it
 *     try { await(tick()); }
 *     catch (E e) { count++; }             in the loop
 *   }
 * </pre>
 */
public final class Cycles {
    private static final int NEW = -1;

    private final ControlFlow flow;
    private final BitSet throwing;
    private final int[] component;
    private final BitSet endless = new BitSet();
    private final BitSet cyclic = new BitSet();
    private int components;

    private Cycles(ControlFlow flow, BitSet throwing) {
        this.flow = flow;
        this.throwing = throwing;
        this.component = new int[flow.size()];
        Arrays.fill(component, NEW);
    }

    /**
     * Finds the cycles of a body.
     *
     * @param throwing the instructions after which nothing but a {@code throw} can come: a way to one leaves no loop
     */
    static Cycles of(ControlFlow flow, BitSet throwing) {
        Cycles cycles = new Cycles(flow, throwing);
        cycles.findComponents();
        cycles.classify();
        return cycles;
    }

    /**
     * The loops that nothing leaves: no jump, no {@code throw}, and no exception that a handler around the loop goes on with.
     *
     * @param method a method
     * @param flow its edges
     * @return the instructions of each loop
     */
    public static List<BitSet> endless(MethodNode method, ControlFlow flow) {
        Cycles cycles = of(flow, new BitSet());
        if (cycles.endless.isEmpty()) {
            return List.of();
        }
        BitSet throwing = AllocationExemptions.onlyBeforeThrow(method, flow);
        Map<Integer, BitSet> loops = new TreeMap<>();
        BitSet caught = new BitSet();
        for (int i = 0; i < cycles.component.length; i++) {
            int component = cycles.component[i];
            if (cycles.endless.get(component)) {
                loops.computeIfAbsent(component, c -> new BitSet()).set(i);
                for (int handler : flow.handlers(i)) {
                    if (cycles.component[handler] != component && !throwing.get(handler)) {
                        caught.set(component);
                    }
                }
            }
        }
        loops.keySet().removeIf(caught::get);
        return List.copyOf(loops.values());
    }

    /** The instructions that run once, and then an endless loop begins. */
    BitSet beforeEndless() {
        BitSet reaches = new BitSet();
        // A component gets its number after all that it leads to, so one turn in this order sees each edge's end first.
        BitSet leads = new BitSet();
        int[] order = byComponent();
        for (int insn : order) {
            boolean found = endless.get(component[insn]) || leads.get(component[insn]);
            for (int next : edges(insn)) {
                found |= leads.get(component[next]) || endless.get(component[next]);
            }
            if (found) {
                leads.set(component[insn]);
            }
        }
        for (int insn : order) {
            if (leads.get(component[insn]) && !cyclic.get(component[insn])) {
                reaches.set(insn);
            }
        }
        return reaches;
    }

    private int[] byComponent() {
        int[] starts = new int[components + 1];
        for (int each : component) {
            starts[each + 1]++;
        }
        for (int i = 0; i < components; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[component.length];
        for (int i = 0; i < component.length; i++) {
            order[starts[component[i]]++] = i;
        }
        return order;
    }

    private void classify() {
        int[] sizes = new int[components];
        for (int each : component) {
            sizes[each]++;
        }
        BitSet left = new BitSet();
        for (int i = 0; i < component.length; i++) {
            if (sizes[component[i]] > 1) {
                cyclic.set(component[i]);
            }
            int[] next = flow.successors(i);
            for (int each : next) {
                if (each == i) {
                    cyclic.set(component[i]);
                } else if (component[each] != component[i] && !throwing.get(each)) {
                    left.set(component[i]);
                }
            }
        }
        endless.or(cyclic);
        endless.andNot(left);
    }

    private int[] edges(int insn) {
        int[] next = flow.successors(insn);
        int[] handlers = flow.handlers(insn);
        if (handlers.length == 0) {
            return next;
        }
        int[] all = Arrays.copyOf(next, next.length + handlers.length);
        System.arraycopy(handlers, 0, all, next.length, handlers.length);
        return all;
    }

    private void findComponents() {
        int size = flow.size();
        int[] index = new int[size];
        int[] low = new int[size];
        int[] edge = new int[size];
        Arrays.fill(index, NEW);
        int[] path = new int[size];
        Deque<Integer> open = new ArrayDeque<>();
        int count = 0;
        for (int root = 0; root < size; root++) {
            if (index[root] != NEW) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            index[root] = low[root] = count++;
            open.push(root);
            while (depth >= 0) {
                int at = path[depth];
                int[] edges = edges(at);
                if (edge[at] < edges.length) {
                    int next = edges[edge[at]++];
                    if (index[next] == NEW) {
                        index[next] = low[next] = count++;
                        open.push(next);
                        path[++depth] = next;
                    } else if (component[next] == NEW) {
                        low[at] = Math.min(low[at], index[next]);
                    }
                    continue;
                }
                if (low[at] == index[at]) {
                    close(at, open);
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[at]);
                }
            }
        }
    }

    private void close(int root, Deque<Integer> open) {
        int member;
        do {
            member = open.pop();
            component[member] = components;
        } while (member != root);
        components++;
    }
}
