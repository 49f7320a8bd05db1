// SPDX-License-Identifier: Apache-2.0
package greenhouse;

/** A valve, a vent, a pump. */
public interface Switch {
    void set(boolean on);
}
